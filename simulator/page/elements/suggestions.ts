import { useEffect, useState } from "preact/hooks";
import { type Choice, suggestedChoices } from "../choices.ts";
import { usePage, useStage } from "../context.ts";
import type { SelectElement } from "../kit.ts";

/** Slack's own default. */
const SHORTEST = 3;
/** Long enough for the next key of somebody who is typing. */
const PAUSE_MS = 150;

/** Asks the app for options while somebody types into an external select. */
export function useSuggestions(block: string, element: SelectElement) {
	const { session } = usePage();
	const { place } = useStage();
	const [query, onQuery] = useState<string | null>(null);
	const [choices, setChoices] = useState<Choice[]>([]);
	const [status, setStatus] = useState<string | null>(null);
	const shortest =
		("min_query_length" in element ? element.min_query_length : null) ??
		SHORTEST;

	useEffect(() => {
		if (query === null) return undefined;
		if (query.length < shortest) {
			setChoices([]);
			setStatus(`Type at least ${shortest} characters`);
			return undefined;
		}
		let stale = false;
		const ask = async () => {
			const found = await session
				.suggest({
					place,
					block_id: block,
					action_id: element.action_id ?? "",
					query,
				})
				.catch(() => null);
			if (stale) return;
			setChoices(found ? suggestedChoices(found) : []);
			setStatus(found ? null : "The app did not answer");
		};
		setStatus("Searching");
		const timer = setTimeout(ask, PAUSE_MS);
		return () => {
			stale = true;
			clearTimeout(timer);
		};
	}, [query]);

	return { choices, status, onQuery };
}

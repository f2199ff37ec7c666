import { type ComponentChildren, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Address } from "./address.ts";
import { fetchSurface, type Team, type Who } from "./api.ts";
import { html } from "./html.ts";
import { Session } from "./session.ts";
import { useAddress } from "./use-address.ts";
import { Workspace } from "./workspace.ts";

/** Finds out who looks, and shows the workspace through their eyes. */
export function App({ teams }: { teams: Team[] }): ComponentChildren {
	const { address, go, settle } = useAddress();
	const who = whoOf(address, teams);
	const [session, error] = useSession(who);
	const open = address.open ?? "home";
	useEffect(() => {
		if (who) settle({ ...who, open });
	}, [who?.team, who?.user, open]);
	if (!who) return notice("There is nobody in this simulator yet.");
	if (error) return notice(error);
	if (!session) return notice("Loading");
	return h(Workspace, {
		key: `${who.team} ${who.user}`,
		session,
		teams,
		open,
		go: (next: Partial<Address>) => go({ ...address, ...who, ...next }),
	});
}

/** The address may name nobody, or somebody who is not here. */
function whoOf(address: Address, teams: Team[]): Who | null {
	const team = teams.find(({ id }) => id === address.team) ?? teams[0];
	const person =
		team?.people.find(({ id }) => id === address.user) ??
		team?.people.find((each) => !each.isBot && !each.isDeactivated);
	return team && person ? { team: team.id, user: person.id } : null;
}

function useSession(who: Who | null) {
	const [session, setSession] = useState<Session | null>(null);
	const [error, setError] = useState<string | null>(null);
	const [, setTick] = useState(0);
	useEffect(() => {
		if (!who) return undefined;
		setError(null);
		let left = false;
		let stop = () => {};
		const open = async () => {
			const opened = new Session(who, await fetchSurface(who));
			if (left) return;
			stop = opened.watch(() => setTick((tick) => tick + 1));
			setSession(opened);
		};
		open().catch((reason) => setError(String(reason)));
		return () => {
			left = true;
			stop();
		};
	}, [who?.team, who?.user]);
	const current =
		session?.who.user === who?.user && session?.who.team === who?.team;
	return [current ? session : null, error] as const;
}

function notice(text: string): ComponentChildren {
	return html`<p class="only-line" role="status">${text}</p>`;
}

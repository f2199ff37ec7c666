import { escapeText, type Mrkdwn, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Act, Named } from "./act.ts";
import {
	changesIn,
	knownFacts,
	type Setting,
	type SettingChange,
	type Value,
} from "./act-changes.ts";

/** How people are named: mentioned in blocks, by name in notifications. */
type Naming = (person: Named) => Mrkdwn;

export const mentioned: Naming = ({ slackUserId }) => mention(slackUserId);
export const byName: Naming = ({ name }) => escapeText(name);

const knownActs = [
	"install",
	"claim",
	"create",
	"addManager",
	"removeManager",
	"stepDown",
	"addTopic",
	"changeTopic",
	"removeTopic",
	"mergeTopics",
	"addCohort",
	"changeCohort",
	"removeCohort",
	"changeParticipation",
	"showHealth",
	"hideHealth",
	"importDirectory",
	"exportDirectory",
] as const;

/** What someone did, in words: "Ana made Tomasz a manager." */
export function actLine(act: Act, naming: Naming, text: Text): Mrkdwn {
	const someone = text.mrkdwn("programs:act.someone");
	const who = act.actor ? naming(act.actor) : someone;
	const whom = act.subject ? naming(act.subject) : someone;
	const verb = act.action.slice(act.action.indexOf(":") + 1);
	const known = knownActs.find((name) => name === verb);
	if (known) {
		const facts = knownFacts.parse(act.detail);
		const topic = facts.topic.from ?? facts.topic.to ?? "";
		const into = facts.topic.to ?? "";
		const { rows, people, cohort } = facts;
		return text.mrkdwn(`programs:act.${known}`, {
			who,
			whom,
			topic,
			into,
			rows,
			people,
			cohort,
		});
	}
	const changes = changesIn(act.detail);
	if (changes.length === 0)
		return text.mrkdwn("programs:act.other", { who, what: inWords(verb) });
	const what = text.list(changes.map((change) => changeWords(change, text)));
	return text.mrkdwn("programs:act.changed", { who, what });
}

/** "mergeTopics" and "merge-topics" as "merge topics". */
function inWords(verb: string): string {
	return verb
		.replace(/([a-z])([A-Z])/g, "$1 $2")
		.replace(/[-_:]+/g, " ")
		.toLowerCase();
}

function changeWords({ setting, from, to }: SettingChange, text: Text): string {
	const what = text.plain(`programs:setting.${keyOf(setting)}`);
	return from === null || to === null
		? what
		: text.plain("programs:act.fromTo", {
				what,
				from: valueWords(from, text),
				to: valueWords(to, text),
			});
}

type Flat<S extends string> = S extends `${infer A}.${infer B}`
	? `${A}-${B}`
	: S;

function keyOf<S extends Setting>(setting: S): Flat<S> {
	return setting.replace(".", "-") as Flat<S>;
}

function valueWords(value: NonNullable<Value>, text: Text): string {
	if (typeof value === "boolean")
		return text.plain(value ? "programs:act.yes" : "programs:act.no");
	return String(value);
}

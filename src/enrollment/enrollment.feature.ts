import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	action,
	command,
	type Feature,
	type Reply,
	type Visit,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import type { TextKey } from "../slack/text.ts";
import {
	leave,
	type OnLeave,
	pause,
	readMentorshipCount,
	readOwnPart,
	resume,
	type StateChange,
} from "./enrollment.service.ts";
import {
	joinSection,
	leaveQuestion,
	meSection,
	pausedMessage,
} from "./enrollment.views.ts";

const anything = z.unknown();

function said(visit: Visit, key: TextKey): Reply {
	return { do: "say", message: sentence(visit.text, key) };
}

async function pauseNow(deps: Deps, visit: Visit): Promise<Reply> {
	await pause(deps, visit);
	const count = await readMentorshipCount(deps, visit);
	return { do: "say", message: pausedMessage(count, visit.text) };
}

async function resumeNow(deps: Deps, visit: Visit): Promise<Reply> {
	const change = await resume(deps, visit);
	return said(
		visit,
		`enrollment:resumed.${change === "changed" ? "now" : "already"}`,
	);
}

const left: Record<StateChange, TextKey> = {
	changed: "enrollment:left.now",
	already: "enrollment:left.already",
	"not enrolled": "enrollment:left.already",
};

/** Pause, resume, leave, and the own part of Home. */
export function enrollmentFeature(onLeave: OnLeave[]): Feature {
	return {
		name: "enrollment",
		entries: [
			command({
				id: "pause",
				policy: { who: "enrolled" },
				input: z.string(),
				help: { usage: "pause", about: "enrollment:help.pause" },
				handle: pauseNow,
			}),
			action({
				id: "enrollment:pause",
				policy: { who: "enrolled" },
				input: anything,
				handle: pauseNow,
			}),
			command({
				id: "resume",
				policy: { who: "enrolled" },
				input: z.string(),
				help: { usage: "resume", about: "enrollment:help.resume" },
				handle: resumeNow,
			}),
			action({
				id: "enrollment:resume",
				policy: { who: "enrolled" },
				input: anything,
				handle: resumeNow,
			}),
			command({
				id: "leave",
				policy: { who: "enrolled" },
				input: z.string(),
				help: { usage: "leave", about: "enrollment:help.leave" },
				async handle(deps, visit) {
					const count = await readMentorshipCount(deps, visit);
					return { do: "say", message: leaveQuestion(count, visit.text) };
				},
			}),
			action({
				id: "enrollment:leave",
				policy: { who: "member" },
				input: anything,
				async handle(deps, visit) {
					const change = await leave(deps, visit, onLeave);
					return {
						do: "replace",
						message: sentence(visit.text, left[change]),
					};
				},
			}),
		],
		home: [
			async (deps, visit) => {
				const title = visit.text.plain("enrollment:me.title");
				const me = await readOwnPart(deps, visit);
				return {
					title,
					blocks: me ? meSection(me, visit.text) : joinSection(visit.text),
				};
			},
		],
	};
}

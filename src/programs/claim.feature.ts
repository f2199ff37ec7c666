import { withWorkspace } from "../db/database.ts";
import { action, type Feature } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { readAct } from "./acts.service.ts";
import { claimProgram, readUnmanaged } from "./claim.service.ts";
import {
	claimedMessage,
	claimNewsMessage,
	claimSection,
	takenMessage,
} from "./claim.views.ts";
import { programPhrase } from "./program-phrase.ts";
import { programButton } from "./program-policy.ts";
import { readSpokenName } from "./programs.service.ts";

/** A program that nobody runs, offered to who looks after Slack itself. */
export const claimFeature: Feature = {
	name: "programs",
	entries: [
		action({
			id: "programs:claim",
			policy: { who: "admin" },
			input: programButton,
			async handle(deps, visit, { value: programId }) {
				const { text } = visit;
				const claimed = await claimProgram(deps, visit, programId);
				switch (claimed.outcome) {
					case "claimed": {
						const name = await withWorkspace(
							deps.db,
							visit.workspaceId,
							(trx) => readSpokenName(trx, programId),
						);
						const message = claimedMessage({ programId, name }, text);
						return { do: "replace", message };
					}
					case "taken":
						return { do: "replace", message: takenMessage(claimed.by, text) };
					default:
						return {
							do: "replace",
							message: sentence(text, `programs:claim.${claimed.outcome}`),
						};
				}
			},
		}),
	],
	home: [
		async (deps, { workspaceId, actor, text }) => {
			if (actor.slackRole === "member") return null;
			const programs = await withWorkspace(deps.db, workspaceId, readUnmanaged);
			return programs.length === 0
				? null
				: {
						title: text.plain("programs:claim.heading"),
						blocks: claimSection(programs, text),
					};
		},
	],
	messages: {
		"programs:claimed": {
			ifUnknown: "resend",
			async render({ trx, subjectId, text }) {
				const act = await readAct(trx, subjectId);
				if (!act) return null;
				const name = await readSpokenName(trx, act.programId);
				return claimNewsMessage(act, programPhrase(name, text), text);
			},
		},
	},
};

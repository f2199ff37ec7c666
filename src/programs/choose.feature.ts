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
import { chooseProgram, readProgramsFor } from "./choose.service.ts";
import { chosenSection, programsMessage } from "./choose.views.ts";
import { programButton } from "./program-policy.ts";

async function showPrograms(deps: Deps, visit: Visit): Promise<Reply> {
	const programs = await readProgramsFor(deps, visit);
	const { manages, slackRole } = visit.actor;
	const mayCreate = manages.length > 0 || slackRole !== "member";
	return {
		do: "say",
		message: programsMessage(programs, mayCreate, visit.text),
	};
}

/** Which of several programs someone's commands are about. */
export const chooseFeature: Feature = {
	name: "programs",
	entries: [
		command({
			id: "programs",
			policy: { who: "member" },
			input: z.string(),
			help: { usage: "programs", about: "programs:help.programs" },
			handle: showPrograms,
		}),
		action({
			id: "programs:choose",
			policy: { who: "member" },
			input: programButton,
			async handle(deps, visit, { value }) {
				const name = await chooseProgram(deps, visit, value);
				const message =
					name === null
						? sentence(visit.text, "programs:chosen.gone")
						: sentence(visit.text, "programs:chosen.done", { name });
				return { do: "replace", message };
			},
		}),
	],
	home: [
		async (deps, visit) => {
			const programs = await readProgramsFor(deps, visit);
			if (programs.length < 2) return null;
			return {
				title: visit.text.plain("programs:chosen.title"),
				blocks: chosenSection(programs, visit.programId, visit.text),
			};
		},
	],
};

import { z } from "zod";
import { action, type Entry, type Feature } from "../slack/feature.ts";
import { noticeModal } from "../slack/slack.views.ts";
import { answerExploring, readOwnAnswer } from "./exploring.service.ts";
import {
	goesOnMessage,
	heardMessage,
	remindMessage,
} from "./exploring-messages.views.ts";
import { flashRemindMessage } from "./flash.views.ts";
import { partedMessage } from "./parted.views.ts";
import { beforeMessage } from "./since.views.ts";
import { awaited, toMember } from "./to-member.service.ts";

/** One's private answer; in a modal, since a message may hold more than it. */
function answerEntry(id: string, goesOn: boolean): Entry {
	return action({
		id: `mentorships:${id}`,
		policy: {
			who: "related",
			to: "mentorship",
			as: ["mentor", "mentee", "peer"],
			id: ({ value }) => value,
		},
		input: z.object({ value: z.uuid() }),
		async handle(deps, visit, { value }) {
			const said = { mentorshipId: value, goesOn };
			const moved = await answerExploring(deps, visit, said);
			if (!moved) return { do: "nothing" };
			const { mentorship } = moved;
			const { actor, text } = visit;
			const did = moved.is === "done" ? moved.did : "not asked";
			const message = {
				heard: () => heardMessage(mentorship, goesOn, actor, text),
				all: () => goesOnMessage(mentorship, actor, text),
				"not asked": () => beforeMessage(mentorship, actor, text),
			}[did]();
			return { do: "update", view: noticeModal(message, text) };
		},
	});
}

/** A date both see, and whether it goes on after it. */
export const exploringFeature: Feature = {
	name: "mentorships",
	entries: [answerEntry("goOn", true), answerEntry("notOn", false)],
	messages: {
		"mentorships:remind-exploring": toMember(
			["exploring"],
			async ({ trx, mentorship, reader, text }) => {
				if (mentorship.kind === "flash")
					return flashRemindMessage(mentorship, reader, text);
				const own = await readOwnAnswer(trx, mentorship, reader.personId);
				return remindMessage(mentorship, own, reader, text);
			},
		),
		"mentorships:parted": awaited(["ended"], ({ mentorship, reader, text }) =>
			partedMessage(mentorship, reader, text),
		),
	},
};

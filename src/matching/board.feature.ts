import { action, type Feature } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { chooseSeat, readAdvisors } from "./board.service.ts";
import { boardSeats, seatChoice } from "./board.ts";
import { boardSection } from "./board.views.ts";
import { find } from "./find.service.ts";
import { foundMessage } from "./find.views.ts";
import { searchButton } from "./search-button.ts";

/** A mentee's mentors as a board of advisors; empty seats offer a search. */
export const boardFeature: Feature = {
	name: "matching",
	entries: [
		action({
			id: "matching:chooseSeat",
			policy: {
				who: "related",
				to: "mentorship",
				as: ["mentee"],
				id: ({ value }) => value.mentorshipId,
			},
			input: seatChoice,
			async handle(deps, visit, { value }) {
				await chooseSeat(deps, visit, value);
				const seat = visit.text.plain(`matching:board.seat.${value.seat}`);
				const message = sentence(visit.text, "matching:board.moved", { seat });
				return { do: "say", message };
			},
		}),
		...boardSeats.map((seat) =>
			action({
				id: `matching:fill-${seat}`,
				policy: { who: "member" },
				input: searchButton,
				async handle(deps, visit, { value }) {
					const page = await find(deps, visit, value);
					return { do: "say", message: foundMessage(page, visit.text) };
				},
			}),
		),
	],
	home: [
		async (deps, visit) => {
			const advisors = await readAdvisors(deps, visit);
			if (advisors.length === 0) return null;
			return {
				title: visit.text.plain("matching:board.title"),
				blocks: boardSection(advisors, visit.text),
			};
		},
	],
};

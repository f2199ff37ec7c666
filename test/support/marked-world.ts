import { smallWorld } from "../../simulator/small-world.ts";
import type { World } from "../../simulator/world.ts";

/** One program, with its manager, a safeguarding contact and pairs. */
export const markedTeam = "T0MARKED";
export const managerId = "U0PM";
export const contactId = "U0CONTACT";

export type Couple = { number: number; mentor: string; mentee: string };

export const couplesOf = (people: number): Couple[] =>
	Array.from({ length: Math.floor((people - 2) / 2) }, (_, number) => ({
		number,
		mentor: `U0MENTOR${number}`,
		mentee: `U0MENTEE${number}`,
	}));

/** A workspace of so many people, all of them in the program or around it. */
export function markedWorld(people: number): World {
	const couples = couplesOf(people);
	const ids = couples.flatMap(({ mentor, mentee }) => [mentor, mentee]);
	return {
		...smallWorld,
		teams: [
			{
				id: markedTeam,
				name: "Marked",
				domain: "marked",
				botToken: "xoxb-marked",
				botUserId: "U0MENTOR",
				botId: "B0MENTOR",
				users: [managerId, contactId, ...ids].map((id) => ({
					id,
					name: id.toLowerCase(),
					real_name: `Colleague ${id.slice(2)}`,
					tz: "Europe/Lisbon",
					...(id === managerId && { is_admin: true }),
				})),
				// Where the report goes, and where a sample of settings wants it.
				channels: ["C0MENTORING", "C0GENERAL"].map((id) => ({
					id,
					name: id.slice(2).toLowerCase(),
					members: [managerId, contactId, "U0MENTOR"],
				})),
			},
		],
	};
}

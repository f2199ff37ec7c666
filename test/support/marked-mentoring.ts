import type { Hands } from "./marked-hands.ts";
import { type Couple, contactId } from "./marked-world.ts";
import { choice } from "./requests-payloads.ts";

/** The life of a mentorship, with a mark in every field that takes words. */
export function createMentoring(hands: Hands) {
	const { as, sends, taps, mark, sets, one, person, mentorshipOf } = hands;

	return {
		async setsGoals({ mentor, mentee }: Couple) {
			const mentorship = choice(await mentorshipOf(mentee));
			const words = (name: string, ...readers: string[]) => ({
				text: mark(mentee, `${name}text`, ...readers),
				measure: mark(mentee, `${name}measure`, ...readers),
				steps: mark(mentee, `${name}steps`, ...readers),
			});
			await sends(mentee, "goals:create", {
				...words("shared", mentor),
				mentorship,
			});
			await sends(mentee, "goals:create", words("own"));
			const goal = await one(
				`select goal_id as id from goal
					where person_id = $1 and mentorship_id is null`,
				await person(mentee),
			);
			const why = mark(mentee, "letgo");
			await sends(mentee, "goals:confirmLetGo", { why }, { goal });
		},

		async goesOn({ mentor, mentee }: Couple) {
			const mentorship = await mentorshipOf(mentee);
			for (const user of [mentor, mentee])
				await taps(user, "mentorships:goOn", mentorship);
		},

		async agrees({ mentor, mentee }: Couple, months: number) {
			const mentorship = await mentorshipOf(mentee);
			await taps(mentee, "mentorships:agreement", mentorship);
			const newest = () =>
				one(
					`select agreement_id as id from agreement
						where mentorship_id = $1 order by version desc`,
					mentorship,
				);
			const form = {
				helps: mark(mentee, "agreed", mentor),
				helpsNot: mark(mentee, "agreednot", mentor),
				reach: mark(mentee, "reach", mentor),
				...{ rhythm: choice("weekly"), length: choice("45") },
				...{ format: choice("video"), months: choice(String(months)) },
			};
			const meta = { agreement: await newest() };
			await sends(mentee, "mentorships:saveAgreement", form, meta);
			const agreement = await newest();
			for (const user of [mentee, mentor])
				await taps(user, "mentorships:sign", agreement);
		},

		/** Prepares, meets, takes something on and says how it went. */
		async meets({ mentor, mentee }: Couple, week: string) {
			const both = (field: string) => mark(mentee, field + week, mentor);
			const mentorship = await mentorshipOf(mentee);
			const agenda = {
				challenge: both("challenge"),
				hopes: both("hopes"),
				own: both("point"),
			};
			const meta = { mentorship, seen: "{}" };
			await sends(mentee, "agenda:save", agenda, meta);
			await taps(mentee, "meetings:met", mentorship);
			const meeting = await one(
				`select meeting_id as id from meeting
					where mentorship_id = $1 and state = 'met' order by starts_at desc`,
				mentorship,
			);
			for (const [user, partner] of [
				[mentee, mentor],
				[mentor, mentee],
			] as const) {
				const took1 = mark(user, `took${week}`, partner);
				const useful = choice("4");
				await sends(user, "agenda:saveWrapUp", { took1, useful }, { meeting });
			}
			const action = await one(
				`select action_id as id from action_item
					where mentorship_id = $1 and owner_id = $2 order by action_id desc`,
				mentorship,
				await person(mentee),
			);
			const why = both("tookwhy");
			const state = "own_way";
			await sends(mentee, "agenda:saveWhy", { why }, { action, state });
		},

		async looksHalfway({ mentee }: Couple) {
			const mentorship = await mentorshipOf(mentee);
			const form = {
				keep: mark(mentee, "keep"),
				stop: mark(mentee, "stop"),
				start: mark(mentee, "start"),
			};
			await sends(mentee, "mentorships:saveHalfway", form, { mentorship });
		},

		async looksBack({ mentor, mentee }: Couple) {
			const mentorship = await mentorshipOf(mentee);
			const form = (name: string) => ({
				helpedWords: mark(mentee, `${name}helped`),
				learned: mark(mentee, `${name}learned`),
				ownWords: mark(mentee, `${name}own`),
				thanks: mark(mentee, `${name}thanks`, mentor),
			});
			const meta = { mentorship };
			const saved = { helped: ["stories"], ...form("back") };
			await sends(mentee, "mentorships:saveLookBack", saved, meta);
			await as(mentee, {
				...{ type: "action", id: "mentorships:keepLookBack", in: "modal" },
				...{ value: ["stories"], form: form("typed"), meta },
			});
		},

		/** As after a single conversation. */
		async thanks({ mentor, mentee }: Couple) {
			const mentorship = await mentorshipOf(mentee);
			const becomes = (kind: string) =>
				sets(
					"update mentorship set kind = $2 where mentorship_id = $1",
					mentorship,
					kind,
				);
			await becomes("flash");
			const words = mark(mentee, "flashthanks", mentor);
			await sends(mentee, "mentorships:sendThanks", { words }, { mentorship });
			await becomes("one_to_one");
		},

		/** Has it stopped, and writes about it to the contact alone. */
		async speaksUp({ mentee }: Couple) {
			const mentorship = await mentorshipOf(mentee);
			await taps(mentee, "mentorships:stop", mentorship);
			const report = mark(mentee, "report", contactId);
			const meta = { mentorship, contact: await person(contactId) };
			await sends(mentee, "mentorships:sendConcern", { report }, meta);
		},
	};
}

import type { Hands } from "./marked-hands.ts";
import { type Couple, contactId } from "./marked-world.ts";
import { choice, type TypedForm } from "./requests-payloads.ts";

/** Joining, looking and asking, with a mark in every field that takes words. */
export function createFinding(hands: Hands) {
	const { as, sends, taps, mark, forAll } = hands;
	const { one, person, mentorshipOf, requestOf } = hands;

	return {
		async joins(user: string, role: "mentor" | "mentee") {
			await sends(user, "enrollment:join", {
				role: choice(role),
				goal: mark(user, "goal"),
				offer: forAll(user, "offer"),
				wanted: [`own:${mark(user, "wanted")}`],
				offered: [`own:${mark(user, "offered")}`],
			});
			if (role === "mentee") return;
			await sends(user, "enrollment:save-mentor", {
				offer: forAll(user, "helps"),
				helpsNotWith: forAll(user, "helpsnot"),
				moves: forAll(user, "moves"),
				kindsOffered: ["one_to_one", "flash"],
				capacity: choice("2"),
			});
		},

		/** A draft, a search in vain, and a colleague to suggest. */
		async looks({ mentee }: Couple, other: Couple) {
			const query = mark(mentee, "sought");
			await as(mentee, { type: "command", text: `find ${query}` });
			const value = JSON.stringify({ query, offset: 0 });
			await as(mentee, { type: "action", id: "matching:wait", value });
			const meta = { mentor: await person(other.mentor) };
			const form = askForm((field) => mark(mentee, `draft${field}`));
			await sends(mentee, "matching:preview", form, meta);
			await sends(mentee, "enrollment:nominate", {
				person: { type: "users_select", selected_user: contactId },
				topic: choice(`own:${mark(mentee, "nominated", contactId)}`),
				why: mark(mentee, "nominatedwhy", contactId),
			});
		},

		/** Asks, tells more when asked for it, and is accepted. */
		async finds({ mentor, mentee }: Couple) {
			const meta = { mentor: await person(mentor) };
			const form = askForm((field) => mark(mentee, `ask${field}`, mentor));
			await sends(mentee, "matching:preview", form, meta);
			await sends(mentee, "matching:send", {}, meta);
			const request = await requestOf(mentee, mentor);
			const question = mark(mentor, "question", mentee);
			await sends(mentor, "matching:question", { question }, { request });
			const reply = mark(mentee, "reply", mentor);
			await sends(mentee, "matching:reply", { reply }, { request });
			await taps(mentor, "matching:accept", request);
		},

		/** Asks somebody else, who says no. */
		async isDeclined({ mentee }: Couple, { mentor }: Couple) {
			const meta = { mentor: await person(mentor) };
			const form = askForm((field) => mark(mentee, `no${field}`, mentor));
			await sends(mentee, "matching:preview", form, meta);
			await sends(mentee, "matching:send", {}, meta);
			await taps(mentor, "matching:decline", await requestOf(mentee, mentor));
		},

		/** Whom could I talk to? The mentor names somebody. */
		async isIntroduced({ mentor, mentee }: Couple, { mentor: third }: Couple) {
			const mentorship = await mentorshipOf(mentee);
			await sends(mentee, "introductions:ask", {
				partner: choice(`${mentorship}/${await person(mentor)}`),
				topic: mark(mentee, "wonder", mentor, third),
				why: mark(mentee, "wonderwhy", mentor, third),
			});
			const introduction = await one(
				"select introduction_id as id from introduction where mentee_id = $1",
				await person(mentee),
			);
			const form = {
				person: { type: "users_select" as const, selected_user: third },
				note: mark(mentor, "note", third),
			};
			await sends(mentor, "introductions:name", form, { introduction });
		},

		async looksOutside({ mentor }: Couple) {
			await sends(mentor, "mentorships:beginExternal", {
				name: mark(mentor, "outside"),
				about: mark(mentor, "outsideabout"),
				goal: mark(mentor, "outsidegoal"),
				...{ rhythm: choice("monthly"), months: choice("6") },
			});
		},

		/** What anybody looks at on any day. */
		async looksAround(user: string) {
			for (const text of ["", "why", "goals", "agenda", "agreement", "story"])
				await as(user, { type: "command", text });
			const event = { type: "app_home_opened", tab: "home", channel: "D0" };
			await as(user, { type: "event", event });
		},
	};
}

const askForm = (mark: (field: string) => string): TypedForm => ({
	ask: mark("what"),
	goal: mark("goal"),
	why: mark("why"),
	offer: mark("return"),
	duration: choice("some_months"),
	notMyManager: ["yes"],
	ready: ["yes"],
});

import { textFor } from "../../src/slack/text.ts";
import { markedTeam } from "./marked-world.ts";
import type { Marks } from "./marks.ts";
import type { Act, TypedForm } from "./requests-payloads.ts";
import type { Stage } from "./stage.ts";

const notYours = textFor("en").plain("slack:refused.notYours");

type Options = { stage: Stage; marks: Marks };

export type Hands = ReturnType<typeof createHands>;

/** How the people of a marked program act: by Slack's own requests. */
export function createHands({ stage, marks }: Options) {
	const { client } = stage;
	const team = markedTeam;

	/** Does it, as it can be done now. */
	async function as(user: string, act: Act): Promise<void> {
		const { answer, told } = await stage.perform({ team, user }, act);
		const said = answer.body + JSON.stringify(told?.args ?? {});
		if (/"response_action":"errors"/.test(said) || said.includes(notYours))
			throw new Error(`${user} cannot ${JSON.stringify(act)}: ${said}`);
	}

	const sends = (user: string, id: string, form: TypedForm, meta = {}) =>
		as(user, { type: "view", id, form, meta });
	const taps = (user: string, id: string, value: string) =>
		as(user, { type: "action", id, in: "modal", value });

	/** A mark of somebody, in a field, for these to read. */
	const mark = (user: string, field: string, ...others: string[]) =>
		marks.make(user.slice(2), field, { team, users: [user, ...others] });
	const forAll = (user: string, field: string) =>
		marks.make(user.slice(2), field, { team, users: "members" });

	async function one(query: string, ...values: string[]): Promise<string> {
		const { rows } = await client.query<{ id: string }>(query, values);
		if (!rows[0]) throw new Error(`There is nothing for ${query} ${values}`);
		return rows[0].id;
	}
	const person = (user: string) =>
		one("select person_id as id from person where slack_user_id = $1", user);
	const mentorshipOf = async (user: string) =>
		one(
			`select mentorship_id as id from mentorship
				join mentorship_member using (workspace_id, mentorship_id)
				where person_id = $1 and kind = 'one_to_one'`,
			await person(user),
		);
	const requestOf = async (mentee: string, mentor: string) =>
		one(
			`select request_id as id from request
				where mentee_id = $1 and mentor_id = $2`,
			await person(mentee),
			await person(mentor),
		);

	return {
		...{ as, sends, taps, mark, forAll, one, person, mentorshipOf, requestOf },
		/** Sets what nobody can do in Slack. */
		sets: (statement: string, ...values: string[]) =>
			client.query(statement, values),
	};
}

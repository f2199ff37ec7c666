import type { ClientBase } from "pg";
import { type Kind, kinds } from "./cast.ts";
import type { Marks } from "./marks.ts";
import { type Act, choice } from "./requests-payloads.ts";

type Options = {
	as: (kind: Kind, act: Act) => Promise<unknown>;
	idOf: (kind: Kind) => Promise<string>;
	marks: Marks;
	team: string;
	client: ClientBase;
};

/** A mentor has one of their own outside Slack, and speaks of them alone. */
export async function looksOutside({ as, marks, team }: Options) {
	const { id } = kinds.mentor;
	const mark = (field: string) => marks.make(id, field, { team, users: [id] });
	await as("mentor", {
		type: "view",
		id: "mentorships:beginExternal",
		form: {
			name: mark("outside"),
			about: mark("outsideAbout"),
			goal: mark("outsideGoal"),
			rhythm: choice("monthly"),
			months: choice("6"),
		},
	});
}

/** A stranger is invited to two people, as peers invite someone. */
export async function invitesPeer({ idOf, client }: Options) {
	await client.query(
		`insert into peer_invitation (workspace_id, invitation_id, program_id,
				mentorship_id, proposer_id, invited_id, state, started_at, closes_at)
			select workspace_id, gen_random_uuid(), program_id, mentorship_id,
				person_id, $2, 'asked', now(), now() + interval '9 days'
				from mentorship join mentorship_member
					using (workspace_id, mentorship_id)
				where person_id = $1`,
		[await idOf("other mentee"), await idOf("stranger")],
	);
}

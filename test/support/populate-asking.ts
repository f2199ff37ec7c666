import { type Kind, kinds } from "./cast.ts";
import type { Marks } from "./marks.ts";
import { type Act, choice } from "./requests-payloads.ts";

type Options = {
	as: (kind: Kind, act: Act) => Promise<unknown>;
	idOf: (kind: Kind) => Promise<string>;
	marks: Marks;
	team: string;
};

/** What the cast writes on the way to asking, or for someone else's sake. */
export function asking({ as, idOf, marks, team }: Options) {
	return {
		/** Names a next choice, with words that are not sent yet. */
		async prefers(from: Kind, to: Kind, other: Kind) {
			const { id } = kinds[from];
			const value = await idOf(other);
			const meta = { mentor: await idOf(to) };
			const why = marks.make(id, "next", { team, users: [id] });
			const form = { [`why:${value}`]: why, notMyManagers: ["yes"] };
			const add = { id: "matching:addChoice", value: choice(value), meta };
			await as(from, { type: "action", in: "modal", ...add });
			await as(from, { type: "view", id: "matching:saveChoices", form, meta });
		},
		/** Names a colleague as a mentor; whoever did does not see it again. */
		async nominates(from: Kind, colleague: Kind) {
			const { id } = kinds[colleague];
			const users = [kinds[from].id, id];
			const mark = (field: string) => marks.make(id, field, { team, users });
			const form = {
				person: { type: "users_select", selected_user: id },
				topic: choice(`own:${mark("nominated")}`),
				why: mark("praise"),
			};
			await as(from, { type: "view", id: "enrollment:nominate", form });
		},
	};
}

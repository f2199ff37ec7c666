import { type ComponentChildren, h } from "preact";
import { useId } from "preact/hooks";
import { personChoice } from "./choices.ts";
import { Combobox } from "./combobox.ts";
import { type Page, usePage } from "./context.ts";
import { dmWith } from "./conversations.ts";

/** Starts a DM with anybody in the workspace. */
export function NewMessage(): ComponentChildren {
	const id = useId();
	const page = usePage();
	const { me, people, app } = page.session.surface;
	const choices = people
		.filter((person) => person.id !== me.id && person.id !== app.botUser)
		.filter((person) => !person.isDeactivated)
		.map(personChoice);
	return h(Combobox, {
		naming: {
			id,
			name: "Message somebody",
			labelledBy: null,
			describedBy: null,
			required: true,
			invalid: false,
			autofocus: false,
		},
		choices,
		selected: [],
		multi: false,
		placeholder: "Message somebody",
		onChange: ([choice]) => choice && void openWith(page, choice.value),
	});
}

/** Opens the DM with this person, making it when there is none. */
export async function openWith(
	{ session, open }: Page,
	person: string,
): Promise<void> {
	await session.act({ type: "open_conversation", with: person });
	const opened = dmWith(session.surface, person);
	if (opened) open(opened.id);
}

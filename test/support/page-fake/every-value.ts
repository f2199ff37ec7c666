import { option } from "./parts.ts";
import { people } from "./people.ts";

function idOf(name: string): string {
	return people.find((person) => person.name.startsWith(name))?.id ?? name;
}

/** What the test types into every input, as `view.state.values` carries it. */
export function everyValue() {
	const held = {
		goal: { type: "plain_text_input", value: "Calm" },
		about: { type: "plain_text_input", value: "Two\nlines" },
		email: { type: "email_text_input", value: "a@b.example" },
		link: { type: "url_text_input", value: "https://a.example" },
		years: { type: "number_input", value: "7" },
		role: {
			type: "radio_buttons",
			selected_option: option("Mentor", "I offer what I know"),
		},
		kinds: {
			type: "checkboxes",
			selected_options: [
				option("One to one", "Six months, the standard"),
				option("Peer"),
			],
		},
		rhythm: {
			type: "static_select",
			selected_option: option("Every two weeks"),
		},
		level: {
			type: "multi_static_select",
			selected_options: [option("Learning"), option("Teaching")],
		},
		topic: { type: "external_select", selected_option: option("Kubernetes") },
		topics: {
			type: "multi_external_select",
			selected_options: [option("Kotlin")],
		},
		who: { type: "users_select", selected_user: idOf("Nadia") },
		circle: { type: "multi_users_select", selected_users: [idOf("Quinn")] },
		channel: { type: "conversations_select", selected_conversation: "C1" },
		private: {
			type: "conversations_select",
			selected_conversation: "C3",
		},
		files: {
			type: "file_input",
			files: [{ id: "people.csv", name: "people.csv", size: 6 }],
		},
		start: { type: "datepicker", selected_date: "2026-06-01" },
		hour: { type: "timepicker", selected_time: "09:30" },
		first: {
			type: "datetimepicker",
			selected_date_time: Date.parse("2026-06-02T09:00:00Z") / 1000,
		},
		echo: { type: "plain_text_input", value: "again" },
	};
	return Object.fromEntries(
		Object.entries(held).map(([block, value]) => [block, { [block]: value }]),
	);
}

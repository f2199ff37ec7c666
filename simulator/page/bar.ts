import { type ComponentChildren, h } from "preact";
import { useId } from "preact/hooks";
import type { Surface } from "../surface.ts";
import type { Address } from "./address.ts";
import type { Team } from "./api.ts";
import { personChoice } from "./choices.ts";
import { Combobox } from "./combobox.ts";
import { html } from "./html.ts";
import { Icon } from "./icon.ts";

type BarProps = {
	surface: Surface;
	teams: Team[];
	go: (next: Partial<Address>) => void;
	sentShown: boolean;
	toggleSent: () => void;
};

/** Says what this page is, and lets one be anybody in it. */
export function Bar(props: BarProps): ComponentChildren {
	const { surface, go, sentShown, toggleSent } = props;
	return html`<header class="bar">
		<p class="bar-what">
			<strong>Local Slack simulator</strong>
			<span>nothing leaves this machine</span>
		</p>
		${h(TeamSwitch, props)}
		${h(PersonSwitch, { surface, go })}
		<button
			type="button"
			class="button button-quiet"
			aria-pressed=${sentShown}
			onClick=${toggleSent}
		>
			${h(Icon, { name: "traffic" })} What was sent
		</button>
	</header>`;
}

function TeamSwitch({ surface, teams, go }: BarProps): ComponentChildren {
	const id = useId();
	return html`<label class="bar-switch" for=${id}>
		<span>Workspace</span>
		<select
			id=${id}
			class="field"
			value=${surface.team.id}
			onChange=${(event: Event) => {
				const team = (event.currentTarget as HTMLSelectElement).value;
				go({ team, user: firstIn(teams, team), open: null });
			}}
		>
			${surface.teams.map(
				(team) => html`<option
					value=${team.id}
					selected=${team.id === surface.team.id}
				>
					${team.name}
				</option>`,
			)}
		</select>
	</label>`;
}

function PersonSwitch({
	surface,
	go,
}: Pick<BarProps, "surface" | "go">): ComponentChildren {
	const id = useId();
	const choices = surface.people
		.filter((person) => !person.isBot)
		.map(personChoice);
	return html`<div class="bar-switch bar-person">
		<label for=${id}>You are</label>
		${h(Combobox, {
			naming: {
				id,
				name: null,
				labelledBy: null,
				describedBy: null,
				required: true,
				invalid: false,
				autofocus: false,
			},
			choices,
			selected: [personChoice(surface.me)],
			multi: false,
			placeholder: "Name or title",
			onChange: ([choice]) => choice && go({ user: choice.value, open: null }),
		})}
	</div>`;
}

function firstIn(teams: Team[], id: string): string | null {
	const people = teams.find((team) => team.id === id)?.people ?? [];
	return people.find((each) => !each.isBot && !each.isDeactivated)?.id ?? null;
}

import type { Random } from "../../simulator/demo/random.ts";
import type { Fault, FaultKind } from "../../simulator/faults.ts";

/** What goes wrong, once so many messages have been sent. */
export type Mishap = { after: number } & (
	| { is: "kill" }
	| { is: "freeze" }
	| { is: "fault"; fault: Fault }
);

const kinds: FaultKind[] = [
	"429",
	"500",
	"500 after",
	"hang",
	"hang after",
	"drop after",
	"internal_error",
];

/** The calls that sending and looking up make; most of the trouble is in one. */
const methods = [
	...Array.from({ length: 8 }, () => "chat.postMessage"),
	"conversations.open",
	"conversations.history",
];

export type Amounts = {
	messages: number;
	kills: number;
	freezes: number;
	/** Of each kind. */
	faults: number;
};

/** When what goes wrong; nothing in the last part, so that all of it strikes. */
export function planMishaps(
	{ messages, kills, freezes, faults }: Amounts,
	random: Random,
): Mishap[] {
	const after = () => random.below(Math.floor(messages * 0.85));
	const times = (count: number) => Array.from({ length: count });
	const plan: Mishap[] = [
		...times(kills).map((): Mishap => ({ is: "kill", after: after() })),
		...times(freezes).map((): Mishap => ({ is: "freeze", after: after() })),
		...kinds.flatMap((kind) =>
			times(faults).map((): Mishap => {
				const fault = { kind, method: random.pick(methods) };
				return { is: "fault", fault, after: after() };
			}),
		),
	];
	return plan.sort((one, other) => one.after - other.after);
}

import { elementsIn, nameBlocks } from "./elements.ts";
import type { Problem } from "./rules/check.ts";
import { sentences as say } from "./rules/sentences.ts";
import type { Sim } from "./sim.ts";
import type { TeamState } from "./state.ts";

/** What a view may not hold for want of a scope: file inputs. */
export function ungranted(
	sim: Sim,
	{ team }: TeamState,
	view: { blocks?: unknown },
): Problem[] {
	if (team.scopes?.includes("files:read")) return [];
	return elementsIn(nameBlocks(view.blocks, sim.ids))
		.filter(({ element }) => element.type === "file_input")
		.map(() => ({
			error: "invalid_arguments",
			message: `${say.unsupported("file_input")} [json-pointer:/view/blocks]`,
		}));
}

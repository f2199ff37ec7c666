import { findElement } from "../elements.ts";
import { createFile, extensionOf, fileObject } from "../files.ts";
import { fail } from "../notices.ts";
import type { Sim } from "../sim.ts";
import { findSpot } from "../spot.ts";
import type { TeamState } from "../state.ts";
import type { Act, ActResult } from "../surface.ts";
import type { SlackUser } from "../world.ts";

/** The most that a file input takes; other ways in take more. */
const mostBytes = 10_000_000;

/**
 * Someone chooses files from their machine for a file input. Slack takes them
 * at once, before the form is submitted.
 */
export function upload(
	sim: Sim,
	state: TeamState,
	user: SlackUser,
	act: Extract<Act, { type: "upload" }>,
): ActResult {
	const { place, block_id, action_id, files } = act;
	const spot = findSpot(state, user.id, place);
	const placed = spot && findElement(spot.blocks, block_id, action_id);
	const refuse = (error: string) => fail(sim, state, user.id, error);
	if (!spot || placed?.element.type !== "file_input")
		return refuse("This is no longer there.");
	const { filetypes, max_files = 10 } = placed.element;
	const values = spot.filled.values[block_id] ?? {};
	const held = values[action_id]?.files;
	const before: unknown[] = Array.isArray(held) ? held : [];
	if (before.length + files.length > Number(max_files))
		return refuse(`No more than ${max_files} files can be added here.`);
	const contents = files.map(({ name, content }) => ({
		name,
		bytes: Buffer.from(content, "base64"),
	}));
	for (const { name, bytes } of contents) {
		if (Array.isArray(filetypes) && !filetypes.includes(extensionOf(name)))
			return refuse(`${name} is not one of: ${filetypes.join(", ")}.`);
		if (bytes.length > mostBytes)
			return refuse(`${name} is larger than 10 MB.`);
	}
	const added = contents.map(({ name, bytes }) => {
		const size = bytes.length;
		const file = createFile(sim, state, { name, user: user.id, size });
		file.content = bytes.toString("base64");
		file.stage = "given";
		return fileObject(sim, state, file);
	});
	values[action_id] = { type: "file_input", files: [...before, ...added] };
	spot.filled.values[block_id] = values;
	sim.changes.bump(state.team.id);
	return { ok: true };
}

import type { InputBlock, UsersSelect } from "@slack/types";
import { plainText } from "./blocks.ts";
import { type Field, field, idOf } from "./inputs.ts";

/** Inputs for which Slack has a window of its own. */

/** `initial` is a plain date, YYYY-MM-DD, as is what comes back. */
export function dateInput(
	options: Field & { initial?: string | null },
): InputBlock {
	return field(options, {
		type: "datepicker",
		action_id: idOf(options),
		...(options.initial && { initial_date: options.initial }),
	});
}

/** A menu of people outside of a form: choosing reaches `id` at once. */
export const personMenu = (options: {
	id: string;
	placeholder: string;
	/** Slack's id of who is chosen. */
	initial?: string | null;
}): UsersSelect => ({
	type: "users_select",
	action_id: options.id,
	placeholder: plainText(options.placeholder, 150),
	...(options.initial && { initial_user: options.initial }),
});

/** A time of day, "09:30". */
export function timeInput(
	options: Field & { initial?: string | null },
): InputBlock {
	return field(options, {
		type: "timepicker",
		action_id: idOf(options),
		...(options.initial && { initial_time: options.initial }),
	});
}

/** A public or private channel; where the bot is not, it cannot write. */
export function channelInput(
	options: Field & { initial?: string | null },
): InputBlock {
	return field(options, {
		type: "conversations_select",
		action_id: idOf(options),
		filter: {
			include: ["public", "private"],
			exclude_bot_users: true,
			exclude_external_shared_channels: true,
		},
		...(options.initial && { initial_conversation: options.initial }),
	});
}

/** Files from one's machine, by extension; needs the scope `files:read`. */
export function fileInput(
	options: Field & { types: string[]; most: number },
): InputBlock {
	return field(options, {
		type: "file_input",
		action_id: idOf(options),
		filetypes: options.types,
		max_files: options.most,
	});
}

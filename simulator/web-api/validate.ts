import { checkMessage, checkView, type Problem } from "../rules/check.ts";
import { type Method, refusal, SlackError } from "./method.ts";

/** Says what is wrong with blocks, a message or a view, without sending it. */
export const blocksValidate: Method = {
	needs: [],
	perMinute: 100,
	run({ args }) {
		const { blocks, view, message } = args;
		const given = [blocks, view, message].filter((each) => each !== undefined);
		if (given.length !== 1)
			throw refusal("invalid_arguments", [
				"must provide exactly one of `blocks`, `view`, or `message`",
			]);
		const problems =
			view !== undefined
				? checkView(view)
				: checkMessage(
						message !== undefined
							? Object(message)
							: { text: "to be validated", blocks },
					);
		if (problems.length > 0)
			throw new SlackError("invalid_blocks", { errors: problems.map(asError) });
		return {};
	},
};

function asError({ message }: Problem) {
	const [, says = message, pointer = ""] =
		/^(.*) \[json-pointer:(.*)\]$/s.exec(message) ?? [];
	return { code: "failed_constraint", message: says, pointer };
}

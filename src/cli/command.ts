import { parseArgs } from "node:util";
import { z } from "zod";

export const usage = `Usage: npm run mentor -- <command>

  deliveries        what is owed, waits, was sent or could not be, and why
  retry ID...       send again what failed, was dropped or is uncertain
  retry --failed    the same for all that failed
  drop ID...        give up what waits, failed or is uncertain

  --most N          lines of a list, 20
  --yes             act without asking first
  --help            this text

It works on the database of DATABASE_URL, or the embedded one in DATA_DIR.
`;

export type Command =
	| { is: "help" }
	| { is: "deliveries"; most: number }
	| { is: "retry"; which: string[] | "failed"; most: number; yes: boolean }
	| { is: "drop"; which: string[]; most: number; yes: boolean }
	| { is: "wrong"; problem: string };

/** What the words after `npm run mentor --` ask for. */
export function parseCommand(args: string[]): Command {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				failed: { type: "boolean" },
				yes: { type: "boolean" },
				most: { type: "string" },
				help: { type: "boolean", short: "h" },
			},
		});
		return values.help ? { is: "help" } : commandOf(positionals, values);
	} catch (error) {
		// parseArgs says it in a plain sentence, and then gives advice.
		const [problem = ""] = String(error).split(". ");
		return wrong(problem.replace(/^\w*Error[^:]*: /, ""));
	}
}

type Values = { failed?: boolean; yes?: boolean; most?: string };

function commandOf([name, ...ids]: string[], values: Values): Command {
	const { failed = false, yes = false } = values;
	const most = Number(values.most ?? 20);
	if (!Number.isInteger(most) || most < 1)
		return wrong("--most takes a whole number from 1 on");
	if (name === undefined) return wrong("A command is missing");
	if (!["deliveries", "retry", "drop"].includes(name))
		return wrong(`There is no command '${name}'`);
	if (failed && name !== "retry") return wrong(`${name} takes no --failed`);
	if (yes && name === "deliveries") return wrong("deliveries takes no --yes");
	if (name === "deliveries")
		return ids.length === 0
			? { is: "deliveries", most }
			: wrong("deliveries takes no ids");
	const odd = ids.find((id) => !z.guid().safeParse(id).success);
	if (odd !== undefined) return wrong(`'${odd}' is not the id of a delivery`);
	if (failed && ids.length > 0) return wrong("Give ids or --failed, not both");
	if (!failed && ids.length === 0)
		return wrong(`${name} what? Ids are missing`);
	const which = [...new Set(ids.map((id) => id.toLowerCase()))];
	return name === "drop"
		? { is: "drop", which, most, yes }
		: { is: "retry", which: failed ? "failed" : which, most, yes };
}

function wrong(problem: string): Command {
	return { is: "wrong", problem };
}

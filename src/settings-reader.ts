import { readFileSync } from "node:fs";
import type { z } from "zod";

export type Problem = { setting: string; problem: string; fix: string };

export type Setting = {
	schema: z.ZodType<string>;
	about: string;
	fix: string;
	secret?: true;
};

export type Env = Record<string, string | undefined>;

/**
 * Takes settings from the environment one by one and keeps all that is wrong
 * with them. A secret may also come from a file, named by the setting with
 * `_FILE` behind it.
 */
export function createReader<Name extends string>(
	settings: Record<Name, Setting>,
	env: Env,
) {
	const problems: Problem[] = [];

	function complain(setting: Name, problem: string): void {
		problems.push({ setting, problem, fix: settings[setting].fix });
	}
	function read(name: Name): string | undefined {
		const setting = settings[name];
		let text = env[name]?.trim();
		const file = setting.secret ? env[`${name}_FILE`] : undefined;
		if (!text && file) {
			try {
				text = readFileSync(file, "utf8").trim();
			} catch {
				complain(name, `the file named by ${name}_FILE cannot be read`);
				return undefined;
			}
		}
		if (!text) return undefined;
		if (setting.schema.safeParse(text).success) return text;
		complain(name, "is not valid");
		return undefined;
	}
	/** Missing is a problem as well, unless reading it was one already. */
	function readRequired(name: Name, missing: string): string {
		const before = problems.length;
		const value = read(name);
		if (value === undefined && problems.length === before)
			complain(name, missing);
		return value ?? "";
	}
	return { problems, complain, read, readRequired };
}

import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import packages from "../package.json" with { type: "json" };
import { settings } from "../src/config.ts";
import { columns } from "../src/db/columns.ts";
import { kinds } from "../src/matching/engine/profile.ts";
import { defaultWeights, termNames } from "../src/matching/engine/weights.ts";

const root = path.join(import.meta.dirname, "..");
const read = (name: string) => readFileSync(path.join(root, name), "utf8");

/** The cells of the table under a heading, without its head. */
function tableUnder(page: string, heading: string): string[][] {
	const [, after = ""] = read(page).split(`\n## ${heading}\n`);
	const [section = ""] = after.split("\n## ");
	return section
		.split("\n")
		.filter((line) => line.startsWith("|"))
		.slice(2)
		.map((line) => line.split("|").slice(1, -1))
		.map((cells) => cells.map((cell) => cell.trim()));
}

describe("the documents say what the code does", () => {
	test("README.md lists the settings", () => {
		const expected = Object.entries(settings).map(([name, setting]) => [
			`\`${name}\``,
			`${setting.about}${"secret" in setting ? " (_secret_)" : ""}`,
		]);
		expect(tableUnder("README.md", "Settings")).toEqual(expected);
	});

	test(".env.example has each setting once", () => {
		const names = [...read(".env.example").matchAll(/^#?([A-Z_]+)=/gm)].map(
			([, name]) => name,
		);
		// That of the database in compose.yaml, which is not the bot's.
		const expected = [...Object.keys(settings), "POSTGRES_PASSWORD"];
		expect(names.sort()).toEqual(expected.sort());
	});

	test("docs/privacy.md lists every sealed column", () => {
		const sealed = Object.entries(columns).flatMap(([table, classes]) =>
			Object.entries(classes)
				.filter(([, it]) => it === "private" || it === "secret")
				.map(([column]) => `\`${table}.${column}\``),
		);
		const listed = tableUnder("docs/privacy.md", "What is encrypted");
		expect(listed.map(([name]) => name)).toEqual(sealed);
	});

	test("docs/how-matching-works.md gives the weights", () => {
		const listed = tableUnder("docs/how-matching-works.md", "What counts");
		const points = listed.map(([, ...cells]) => cells.slice(1).map(Number));
		const shown = ["one_to_one", "expertise", "sponsor", "peer", "flash"];
		expect(points).toEqual(
			termNames.map((term) =>
				kinds
					.filter((kind) => shown.includes(kind))
					.map((kind) => defaultWeights[kind][term]),
			),
		);
		expect(defaultWeights.reverse).toEqual(defaultWeights.one_to_one);
		expect(defaultWeights.group).toEqual(defaultWeights.one_to_one);
	});

	test("docs/decisions.md gives a reason for every dependency", () => {
		const { dependencies, optionalDependencies, devDependencies } = packages;
		const used = Object.keys({
			...dependencies,
			...optionalDependencies,
			...devDependencies,
		}).map((name) => name.replace(/^@types\/.*/, "@types/*"));
		const listed = tableUnder("docs/decisions.md", "Dependencies").flatMap(
			([names = ""]) => [...names.matchAll(/`([^`]+)`/g)].map(([, it]) => it),
		);
		expect(listed.sort()).toEqual([...new Set(used)].sort());
	});

	test("CI runs the command that README.md names for the tests", () => {
		const [, section = ""] = read("README.md").split("\n## Run the tests\n");
		const [, command = ""] = /```sh\n(.+)\n```/.exec(section) ?? [];
		expect(command).toMatch(/npm test$/);
		expect(read(".ci/run").trim().split("\n").at(-1)).toBe(command);
	});

	test("no link leads nowhere", () => {
		const pages = globSync("{*,docs/*}.md", { cwd: root });
		expect(pages.length).toBeGreaterThan(7);
		const dead = pages.flatMap((page) =>
			[...read(page).matchAll(/\]\(([^)#\s]+)\)/g)]
				.map(([, to = ""]) => to)
				.filter((to) => !/^https?:/.test(to))
				.filter((to) => !existsSync(path.join(root, path.dirname(page), to)))
				.map((to) => `${page}: ${to}`),
		);
		expect(dead).toEqual([]);
	});
});

import { globSync, readFileSync } from "node:fs";
import path from "node:path";

export type Import = {
	/** A path from the project's root, or a package's name. */
	to: string;
	/** Nothing of it is left when the program runs. */
	typesOnly: boolean;
};

/** One file of ours, as far as a look at its text can tell. */
export type SourceFile = {
	/** From the project's root: "src/matching/find.service.ts". */
	path: string;
	/** "matching"; "" for files of src itself and outside of src. */
	slice: string;
	/** "service"; "" when there is none. */
	suffix: string;
	lines: number;
	imports: Import[];
	/** The text without comments. */
	code: string;
	/** The text without comments and with every string empty. */
	bare: string;
};

/** All our TypeScript, in a fixed order. */
export function readSources(root: string): SourceFile[] {
	return globSync("{src,simulator,bench,migrations,test}/**/*.ts", {
		cwd: root,
	})
		.map((name) => name.split(path.sep).join("/"))
		.sort()
		.map((name) =>
			readSource(name, readFileSync(path.join(root, name), "utf8")),
		);
}

const comment = /\/\/.*|\/\*[\s\S]*?\*\//.source;
const text = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/.source;
const commentOrText = new RegExp(`(${text})|${comment}`, "g");

export function readSource(name: string, content: string): SourceFile {
	const code = content.replace(commentOrText, (_, kept = "") => kept);
	const [, slice = ""] = /^src\/([^/]+)\//.exec(name) ?? [];
	const [, suffix = ""] = /\.(\w+)\.ts$/.exec(name) ?? [];
	return {
		path: name,
		slice,
		suffix,
		lines: content.split("\n").length - 1,
		imports: importsOf(name, code),
		code,
		bare: code.replace(new RegExp(text, "g"), '""'),
	};
}

const importPattern =
	/\b(?:import|export)\s+(type\s)?([\w\s{},*$]*?)\s*from\s*"([^"]+)"|\bimport\s*\(?\s*"([^"]+)"/g;

function importsOf(name: string, code: string): Import[] {
	return [...code.matchAll(importPattern)].map(
		([, type, names = "", from, bareFrom]) => {
			const to = from ?? bareFrom ?? "";
			const listed = names.match(/\{([^}]*)\}/)?.[1]?.split(",") ?? [];
			const types = listed.map((one) => one.trim()).filter(Boolean);
			return {
				to: to.startsWith(".")
					? path.posix.join(path.posix.dirname(name), to)
					: to,
				typesOnly:
					type !== undefined ||
					(types.length > 0 && types.every((one) => one.startsWith("type "))),
			};
		},
	);
}

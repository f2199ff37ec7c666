/** A place in the source that names a sentence of the catalogs. */
export type KeyUse = {
	/** Matches the keys it may stand for; a template stands for several. */
	pattern: RegExp;
	/** As it is written, for messages. */
	written: string;
	isTemplate: boolean;
	/** Variables given with it; null when the key is used elsewhere. */
	given: string[] | null;
};

// One level of braces inside it is enough.
const hole = /\$\{(?:[^{}]|\{[^}]*\})*\}/g;

/** The sentences that one file names, of these catalogs. */
export function findKeyUses(code: string, catalogs: string[]): KeyUse[] {
	const prefix = `(?:${catalogs.join("|")}):`;
	const literal = new RegExp(
		`"(${prefix}[^"]+)"|\`(${prefix}(?:[^\`$]|${hole.source})*)\``,
		"g",
	);
	return [...code.matchAll(literal)].map((match) => {
		const written = match[1] ?? match[2] ?? "";
		const rest = code.slice(match.index + match[0].length);
		const key = written
			.split(new RegExp(`(${hole.source})`, "g"))
			.map((part) =>
				part.startsWith("${")
					? wordsFor(part.slice(2, -1), code)
					: part.replaceAll(".", "\\."),
			)
			.join("");
		return {
			written,
			isTemplate: written.includes("${"),
			pattern: new RegExp(`^${key}(?:_one|_other)?$`),
			given: variablesIn(rest),
		};
	});
}

/** What can stand in a hole, as far as the file itself says: else any word. */
function wordsFor(expression: string, code: string): string {
	const declared = /^\w+$/.test(expression)
		? declarationsOf(expression, code)
		: [expression.includes("?") ? expression : ""];
	const words = declared.flatMap((text) =>
		[...text.matchAll(/"(\w+)"/g)].map(([, word]) => word),
	);
	return words.length > 0 ? `(?:${words.join("|")})` : "[^.:]+";
}

/** What a name is set to, and what its type says, where it can be read. */
function declarationsOf(name: string, code: string): string[] {
	const [, type = "none"] = new RegExp(`\\b${name}: (\\w+)`).exec(code) ?? [];
	return [
		new RegExp(`\\b(?:const|let) ${name} =([^;]*);`),
		new RegExp(`\\btype ${type} =([^;]*);`),
	].map((pattern) => pattern.exec(code)?.[1] ?? "");
}

/**
 * Variables given with keys that come by name: `sentence(text, key, {...})`.
 * What makes a button about a mentorship gives the names of the others.
 */
export function variablesByName(code: string): string[] {
	const call = /\b(?:sentence|plain|mrkdwn)\((?:[\w.]+,\s*)?\w+(?=,)/g;
	const isNamed = /\b(?:namedButton|fitted)\(/.test(code);
	return [...code.matchAll(call)]
		.flatMap(
			({ 0: { length }, index }) =>
				variablesIn(code.slice(index + length)) ?? [],
		)
		.concat(isNamed ? ["names"] : []);
}

/** The names in an object that is the next argument; [] when none follows. */
function variablesIn(rest: string): string[] | null {
	if (/^\s*,?\s*\)/.test(rest)) return [];
	const start = /^,\s*\{/.exec(rest);
	if (!start) return null;
	return propertiesOf(rest.slice(start[0].length));
}

/** Names of the properties of an object, from behind its opening brace. */
function propertiesOf(text: string): string[] {
	const names: string[] = [];
	let depth = 0;
	let part = "";
	for (const letter of text) {
		if (depth === 0 && (letter === "," || letter === "}")) {
			const [, name] = /^\s*(\w+)/.exec(part) ?? [];
			if (name) names.push(name);
			if (letter === "}") break;
			part = "";
			continue;
		}
		if ("([{".includes(letter)) depth += 1;
		if (")]}".includes(letter)) depth -= 1;
		part += letter;
	}
	return names;
}

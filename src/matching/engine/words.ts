/** Letters that Unicode does not take apart into a letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	ł: "l",
	đ: "d",
};

/**
 * Text made comparable: lower case, accents folded ("Führung" is "fuhrung"),
 * everything but letters, digits, `+` and `#` (C++, C#) turned into one space.
 */
export function normaliseText(text: string): string {
	return text
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[\u0300-\u036f]/g, "")
		.normalize("NFC")
		.replace(/[ßæœøłđ]/g, (letter) => plainLetters[letter] ?? letter)
		.replace(/[^\p{L}\p{M}\p{N}+#]+/gu, " ")
		.trim();
}

/** Words around what someone looks for, in English. */
const fillers = new Set(
	(
		"a about an and as at be become becoming being by find finding for from " +
		"get getting go going help how i in into is learn learning looking me " +
		"mentor mentoring move moved moving my need of on or out someone the to " +
		"want wanting who with"
	).split(" "),
);

/** English endings, taken off one after another while three letters stay. */
const endings = /^(.{3,}?)(?:ship|ment|ing|er|s|e)$/u;

/** "management", "managers" and "managing" all become "manag". */
function stem(word: string): string {
	const shorter = endings.exec(word)?.[1];
	return shorter === undefined ? word : stem(shorter);
}

/**
 * The distinct words of a text, normalised, without fillers, reduced to
 * stems. A text of nothing but fillers keeps them.
 */
export function stems(text: string): string[] {
	const words = normaliseText(text).split(" ").filter(Boolean);
	const telling = words.filter((word) => !fillers.has(word));
	const kept = telling.length > 0 ? telling : words;
	return [...new Set(kept.map(stem))];
}

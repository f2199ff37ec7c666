import { createInterface } from "node:readline/promises";

export type Terminal = {
	print(text: string): void;
	/** Asks, and says whether the answer was yes; null: nobody is there. */
	confirm(question: string): Promise<boolean | null>;
};

type Streams = {
	stdin: NodeJS.ReadableStream & { isTTY?: boolean };
	stdout: NodeJS.WritableStream & { isTTY?: boolean };
};

/** The terminal this process was started from. */
export function openTerminal({ stdin, stdout }: Streams): Terminal {
	return {
		print: (text) => stdout.write(text),
		async confirm(question) {
			if (!stdin.isTTY || !stdout.isTTY) return null;
			const lines = createInterface({ input: stdin, output: stdout });
			// Ctrl-C and Ctrl-D end the input without an answer: that is a no.
			const closed = new Promise<string>((resolve) =>
				lines.once("close", () => resolve("")),
			);
			const asked = lines.question(question).catch(() => "");
			const answer = await Promise.race([asked, closed]);
			lines.close();
			return /^y(?:es)?$/i.test(answer.trim());
		},
	};
}

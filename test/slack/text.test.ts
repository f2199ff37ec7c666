import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { mention } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";

const text = textFor("en-US");

describe("mrkdwn", () => {
	test("people's words are escaped, our own mrkdwn is not", () => {
		const said = text.mrkdwn("matching:declined.text", {
			name: "<!channel> & <https://evil.example|Ana>",
		});
		expect(said.mrkdwn).toContain(
			"&lt;!channel&gt; &amp; &lt;https://evil.example|Ana&gt;",
		);
		const named = text.mrkdwn("matching:request.title", {
			person: mention("U0ANA"),
		});
		expect(named.mrkdwn).toContain("<@U0ANA>");
	});

	test("what looks like a placeholder in people's words stays as it is", () => {
		const odd = fc.constantFrom(
			"{{reference}}",
			"{{name}}",
			"$t(slack:notice.close)",
			"$1 $& $$",
			"{{- name}}",
			"__proto__",
		);
		const words = fc
			.array(fc.oneof(odd, fc.string()), { maxLength: 6 })
			.map((parts) => parts.join(""));
		const frame = text.plain("matching:declined.text", { name: "|" });
		fc.assert(
			fc.property(words, (name) => {
				const said = text.plain("matching:declined.text", { name });
				expect(said).toBe(frame.split("|").join(name));
			}),
			{ numRuns: 1_000 },
		);
	});
});

test("a sentence without one of its variables is not said at all", () => {
	expect(() => text.plain("matching:declined.text")).toThrow("{{name}}");
});

test("an unknown language reads English, a count its own form", () => {
	const title = text.plain("slack:notice.close");
	for (const locale of ["en", "xx-XX", "zh-CN", ""])
		expect(textFor(locale).plain("slack:notice.close")).toBe(title);
	const one = text.plain("enrollment:me.topics", { count: 1 });
	const two = text.plain("enrollment:me.topics", { count: 2 });
	expect(one.replace("1", "2")).not.toBe(two);
});

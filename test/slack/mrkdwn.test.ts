import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
	clean,
	cut,
	cutApart,
	cutMrkdwn,
	escapeText,
	joinMrkdwn,
	mention,
	quote,
} from "../../src/slack/mrkdwn.ts";

/** What people paste: broadcasts, links, right-to-left text, zalgo, NUL. */
const nasty = fc.oneof(
	fc.constantFrom(
		"<!channel>",
		"<!here|here>",
		"<@U0VICTIM>",
		"<#C0GENERAL|general>",
		"<https://evil.example|Sign in>",
		"<mailto:a@b.example|write>",
		"&lt;!channel&gt;",
		"&amp;",
		"&",
		"\0",
		"\r\n",
		"\u202etxt.exe",
		"\u2067",
		"e\0\u0301",
		"e\u202d\u0301",
		"\u1100\u0007\u1161",
		"\ud83d",
		"\ude00",
		"👩‍👩‍👧‍👦",
		`z${"\u0300".repeat(40)}`,
		"*bold* `code` ~no~ _it_",
		"שלום",
	),
	fc.string({ unit: "binary" }),
	fc.string({ unit: "grapheme" }),
);
const words = fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join(""));
const runs = { numRuns: 2_000 };

/** Slack's tokens: what is in angle brackets acts, all else is text. */
const active = /<[^>]*>/;
/** An ampersand that begins none of the three entities Slack knows. */
const bareAmpersand = /&(?!amp;|lt;|gt;)/;

describe("clean", () => {
	test("leaves NFC without controls, overrides or half characters", () => {
		fc.assert(
			fc.property(words, (text) => {
				const safe = clean(text);
				expect(safe).toBe(safe.normalize("NFC"));
				expect(safe).not.toMatch(/[\p{Cc}--[\n\t]]/v);
				expect(safe).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
				expect(safe.isWellFormed()).toBe(true);
				expect(safe).toBe(safe.trim());
				expect(clean(safe)).toBe(safe);
			}),
			runs,
		);
	});

	test("keeps what people mean", () => {
		expect(clean("  Ζωή, שלום\n\t👩‍👩‍👧 ")).toBe("Ζωή, שלום\n\t👩‍👩‍👧");
		expect(clean("a\r\nb")).toBe("a\nb");
	});
});

describe("escapeText and quote", () => {
	test("nothing in them acts, and nothing is lost", () => {
		fc.assert(
			fc.property(words, (text) => {
				const { mrkdwn } = escapeText(text);
				expect(mrkdwn).not.toMatch(active);
				expect(mrkdwn).not.toMatch(/[<>]/);
				expect(mrkdwn).not.toMatch(bareAmpersand);
				const back = mrkdwn
					.replaceAll("&lt;", "<")
					.replaceAll("&gt;", ">")
					.replaceAll("&amp;", "&");
				expect(back).toBe(text);
				for (const line of quote(text).mrkdwn.split("\n"))
					expect(line.slice(0, 2)).toBe("> ");
				expect(quote(text).mrkdwn.replaceAll(/^> /gm, "")).toBe(mrkdwn);
			}),
			runs,
		);
	});
});

describe("cut", () => {
	const limit = fc.integer({ min: 1, max: 80 });

	test("is never over the limit, and never inside a character", () => {
		const segments = new Intl.Segmenter("en");
		fc.assert(
			fc.property(words.map(clean), limit, (text, max) => {
				const short = cut(text, max);
				expect(short.length).toBeLessThanOrEqual(max);
				if (text.length <= max) return expect(short).toBe(text);
				expect(short.endsWith("…")).toBe(true);
				const kept = short.slice(0, -1);
				expect(text.startsWith(kept)).toBe(true);
				const ends = [...segments.segment(text)].map(({ index }) => index);
				expect(ends).toContain(kept.length);
			}),
			runs,
		);
	});

	test("names that are cut stay different, and within their length", () => {
		const long = "Research and Development, ";
		const [north, south] = cutApart([`${long}North`, `${long}South`], 20);
		expect([north, south]).toEqual([
			"Research …ent, North",
			"Research …ent, South",
		]);
		const name = fc.string({ unit: "grapheme", maxLength: 60 });
		fc.assert(
			fc.property(fc.array(name, { maxLength: 30 }), (names) => {
				const shown = cutApart(names, 20);
				expect(new Set(shown).size).toBe(names.length);
				for (const one of shown) expect(one.length).toBeLessThanOrEqual(20);
			}),
		);
	});

	test("mrkdwn is never cut inside an entity or a token", () => {
		const piece = fc.oneof(
			words.map((text) => escapeText(clean(text))),
			fc.constant(mention("U0SOMEONE")),
			fc.constant({ mrkdwn: "<!date^1700000000^{date_long}|14 November>" }),
		);
		fc.assert(
			fc.property(fc.array(piece), limit, (parts, max) => {
				const whole = joinMrkdwn(parts, " ");
				const { mrkdwn } = cutMrkdwn(whole, max);
				expect(mrkdwn.length).toBeLessThanOrEqual(max);
				if (whole.mrkdwn.length <= max)
					return expect(mrkdwn).toBe(whole.mrkdwn);
				const kept = mrkdwn.slice(0, -1);
				expect(whole.mrkdwn.startsWith(kept)).toBe(true);
				expect(kept).not.toMatch(bareAmpersand);
				expect(kept.replaceAll(/<[^<>]*>/g, "")).not.toMatch(/[<>]/);
			}),
			runs,
		);
	});
});

test("a mention is of the id alone", () => {
	expect(mention("U0ANA").mrkdwn).toBe("<@U0ANA>");
	expect(mention("U0ANA> <!channel").mrkdwn).toBe("<@U0ANA>");
	fc.assert(
		fc.property(words, (text) => {
			expect(mention(text).mrkdwn).toMatch(/^<@[A-Z0-9]*>$/);
		}),
	);
});

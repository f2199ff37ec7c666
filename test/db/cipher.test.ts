import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createCipher, type Place, parseKey } from "../../src/db/cipher.ts";

const keys = { "1": randomBytes(32), "2": randomBytes(32) };
const old = createCipher({ current: "1", keys });
const cipher = createCipher({ current: "2", keys });

const place: Place = {
	workspaceId: "018f0000-0000-7000-8000-000000000001",
	table: "goal",
	column: "title",
	id: "018f0000-0000-7000-8000-000000000002",
};
const word = fc.string({ unit: "grapheme" });
const somewhere = fc.record({
	workspaceId: word,
	table: word,
	column: word,
	id: word,
});
// Lone surrogates have no UTF-8 form; they arrive as U+FFFD.
const text = fc.string({ unit: "binary" });

describe("seal and open", () => {
	test("give the text back, whatever it is and wherever it lives", () => {
		fc.assert(
			fc.property(somewhere, text, (at, value) => {
				const opened = cipher.open(at, cipher.seal(at, value));
				expect(opened).toBe(value.toWellFormed());
			}),
		);
	});

	test("never give the same bytes twice", () => {
		const first = cipher.seal(place, "I want to lead a team");
		const second = cipher.seal(place, "I want to lead a team");
		expect(first.equals(second)).toBe(false);
	});

	test("a value moved to any other place does not open", () => {
		fc.assert(
			fc.property(somewhere, somewhere, text, (from, to, value) => {
				fc.pre(JSON.stringify(from) !== JSON.stringify(to));
				const sealed = cipher.seal(from, value);
				expect(() => cipher.open(to, sealed)).toThrow("moved");
			}),
		);
	});

	test("names that run together are still different places", () => {
		const sealed = cipher.seal({ ...place, table: "a", column: "bc" }, "x");
		const other = { ...place, table: "ab", column: "c" };
		expect(() => cipher.open(other, sealed)).toThrow("moved");
	});

	test("a value with any bit changed does not open", () => {
		const sealed = cipher.seal(place, "private");
		for (let bit = 0; bit < sealed.length * 8; bit++) {
			const forged = Buffer.from(sealed);
			const byte = forged[bit >> 3] ?? 0;
			forged[bit >> 3] = byte ^ (1 << (bit & 7));
			expect(() => cipher.open(place, forged)).toThrow("goal.title");
		}
	});

	test("a value cut short does not open", () => {
		const sealed = cipher.seal(place, "private");
		for (let length = 0; length < sealed.length; length++) {
			expect(() => cipher.open(place, sealed.subarray(0, length))).toThrow(
				"goal.title",
			);
		}
	});

	test("errors name the column and never the text or the ids", () => {
		const sealed = cipher.seal(place, "a very private sentence");
		try {
			cipher.open({ ...place, id: "elsewhere" }, sealed);
			throw new Error("opened");
		} catch (error) {
			const message = String(error);
			expect(message).toContain("goal.title");
			expect(message).not.toContain("sentence");
			expect(message).not.toContain(place.workspaceId);
		}
	});
});

describe("rotation", () => {
	test("a value sealed with an older key opens, new ones use the current", () => {
		expect(cipher.open(place, old.seal(place, "older"))).toBe("older");
		expect(old.open(place, cipher.seal(place, "newer"))).toBe("newer");
		expect(cipher.seal(place, "").subarray(1, 3).toString()).toBe("\u00012");
	});

	test("a value whose key was taken away says which key it needs", () => {
		const without = createCipher({ current: "2", keys: { "2": keys["2"] } });
		expect(() => without.open(place, old.seal(place, "x"))).toThrow('key "1"');
	});

	test("another key under the same id does not open it", () => {
		const other = createCipher({
			current: "2",
			keys: { "2": randomBytes(32) },
		});
		expect(() => other.open(place, cipher.seal(place, "x"))).toThrow(
			"another key",
		);
	});
});

describe("keys", () => {
	test("a key is 32 bytes in base64, and nothing else", () => {
		expect(parseKey(` ${keys["1"].toString("base64")}\n`)).toEqual(keys["1"]);
		for (const wrong of [
			"",
			"secret",
			randomBytes(31).toString("base64"),
			randomBytes(33).toString("base64"),
			randomBytes(32).toString("hex"),
			`${keys["1"].toString("base64")}!`,
		]) {
			expect(() => parseKey(wrong)).toThrow("openssl rand -base64 32");
		}
	});

	test("a cipher refuses odd ids, short keys and a missing current key", () => {
		const key = keys["1"];
		for (const id of ["", "A", "one key", "123456789", "\u00e9"]) {
			expect(() => createCipher({ current: id, keys: { [id]: key } })).toThrow(
				"1 to 8",
			);
		}
		expect(() =>
			createCipher({ current: "1", keys: { "1": key.subarray(1) } }),
		).toThrow("32 bytes");
		expect(() => createCipher({ current: "2", keys: { "1": key } })).toThrow(
			"current",
		);
	});
});

describe("keyedHash", () => {
	test("is stable, and different for other values, workspaces and keys", () => {
		const hash = cipher.keyedHash("w1", "person");
		expect(hash).toMatch(/^[0-9a-f]{64}$/);
		expect(cipher.keyedHash("w1", "person")).toBe(hash);
		expect(cipher.keyedHash("w2", "person")).not.toBe(hash);
		expect(cipher.keyedHash("w1", "other")).not.toBe(hash);
		expect(old.keyedHash("w1", "person")).not.toBe(hash);
	});
});

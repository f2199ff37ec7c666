import type { Look } from "./case.ts";

/** Texts that must look like something, and some that only nearly do. */

const padded = (start: string) => (length: number) =>
	start + "x".repeat(Math.max(0, length - start.length));

export const url: Look = {
	name: "url",
	of: padded("slack://user?id=U1"),
	not: ["example.com", "javascript:alert(1)", "/path"],
};

export const webUrl: Look = {
	name: "web url",
	of: padded("https://example.com/"),
	not: ["example.com", "slack://user?id=U1", "data:text/html,x"],
};

export const date: Look = {
	name: "YYYY-MM-DD",
	of: () => "2028-02-29",
	not: ["2027-02-29", "2027-13-01", "2027-1-01", "tomorrow"],
};

export const time: Look = {
	name: "HH:mm",
	of: () => "23:59",
	not: ["24:00", "9:30", "09:60", "0930"],
};

export const zone: Look = {
	name: "time zone",
	of: () => "Europe/Berlin",
	not: ["Europe/Atlantis", "+02:00", "Berlin time"],
};

export const number: Look = {
	name: "number",
	of: (length) => "1".repeat(length),
	not: ["one", "1,5", "1e3", ".5", " 1"],
};

export const email: Look = {
	name: "email",
	of: (length) => `${"x".repeat(length - 12)}@example.com`,
	not: ["ana", "ana@", "ana@example", "a na@example.com"],
};

export const color: Look = {
	name: "color",
	of: () => "#0a1B2c",
	not: ["red", "#0a1b2", "0a1b2c"],
};

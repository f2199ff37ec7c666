import type { CultureName } from "./names.ts";

/** An office: where it is, and where the people there tend to come from. */
export type Place = {
	readonly location: string;
	readonly zone: string;
	readonly locale: string;
	readonly cultures: readonly CultureName[];
};

/** The first culture is the usual one; see `cultureAt`. */
export const places = {
	madrid: {
		location: "Madrid",
		zone: "Europe/Madrid",
		locale: "es-ES",
		cultures: ["spanish", "brazilian", "british", "nigerian"],
	},
	berlin: {
		location: "Berlin",
		zone: "Europe/Berlin",
		locale: "de-DE",
		cultures: ["german", "turkish", "polish", "egyptian", "indian"],
	},
	warsaw: {
		location: "Warsaw",
		zone: "Europe/Warsaw",
		locale: "pl-PL",
		cultures: ["polish", "german", "turkish"],
	},
	london: {
		location: "London",
		zone: "Europe/London",
		locale: "en-GB",
		cultures: ["british", "nigerian", "indian", "chinese", "spanish"],
	},
	newYork: {
		location: "New York",
		zone: "America/New_York",
		locale: "en-US",
		cultures: ["american", "chinese", "spanish", "nigerian", "japanese"],
	},
	sanFrancisco: {
		location: "San Francisco",
		zone: "America/Los_Angeles",
		locale: "en-US",
		cultures: ["american", "chinese", "indian", "japanese"],
	},
	saoPaulo: {
		location: "São Paulo",
		zone: "America/Sao_Paulo",
		locale: "pt-BR",
		cultures: ["brazilian", "japanese"],
	},
	bengaluru: {
		location: "Bengaluru",
		zone: "Asia/Kolkata",
		locale: "en-IN",
		cultures: ["indian"],
	},
	cairo: {
		location: "Cairo",
		zone: "Africa/Cairo",
		locale: "ar-EG",
		cultures: ["egyptian"],
	},
	stJohns: {
		location: "St. John's",
		zone: "America/St_Johns",
		locale: "en-CA",
		cultures: ["british", "quebecois", "american"],
	},
	montreal: {
		location: "Montréal",
		zone: "America/Toronto",
		locale: "fr-CA",
		cultures: ["quebecois", "chinese", "egyptian", "nigerian"],
	},
	rotterdam: {
		location: "Rotterdam",
		zone: "Europe/Amsterdam",
		locale: "nl-NL",
		cultures: ["dutch", "turkish", "british"],
	},
	nairobi: {
		location: "Nairobi",
		zone: "Africa/Nairobi",
		locale: "en-KE",
		cultures: ["kenyan", "nigerian", "british"],
	},
	kathmandu: {
		location: "Kathmandu",
		zone: "Asia/Kathmandu",
		locale: "en-US",
		cultures: ["nepali", "indian"],
	},
	tokyo: {
		location: "Tokyo",
		zone: "Asia/Tokyo",
		locale: "ja-JP",
		cultures: ["japanese", "american"],
	},
	adelaide: {
		location: "Adelaide",
		zone: "Australia/Adelaide",
		locale: "en-AU",
		cultures: ["british", "chinese", "nepali"],
	},
} as const satisfies Record<string, Place>;
export type PlaceName = keyof typeof places;

import type { Format } from "./vocabulary.ts";

const protocolOf = (text: string): string =>
	URL.canParse(text) ? new URL(text).protocol : "";

const web = ["http:", "https:"];

/** Which schemes a button or link may open is not public; these are common. */
export const url: Format = {
	name: "url",
	fits: (text) => [...web, "mailto:", "slack:"].includes(protocolOf(text)),
};

export const webUrl: Format = {
	name: "web url",
	fits: (text) => web.includes(protocolOf(text)),
};

export const date: Format = {
	name: "YYYY-MM-DD",
	fits: (text) => {
		if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
		const day = new Date(`${text}T00:00:00Z`);
		// February 30 parses as March 2, or not at all.
		return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
	},
};

export const time: Format = {
	name: "HH:mm",
	fits: (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
};

export const timezone: Format = {
	name: "time zone",
	fits: (text) => {
		// Intl also takes offsets such as +02:00, which are no zones.
		if (!/^[A-Z]/i.test(text)) return false;
		try {
			new Intl.DateTimeFormat("en", { timeZone: text });
			return true;
		} catch {
			return false;
		}
	},
};

/** Numbers travel as text: "3", "-10", "0.25". */
export const number: Format = {
	name: "number",
	fits: (text) => /^-?\d+(\.\d+)?$/.test(text),
};

export const email: Format = {
	name: "email",
	fits: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
};

export const hexColor: Format = {
	name: "color",
	fits: (text) => /^#[0-9a-f]{6}$/i.test(text),
};

import { createInstance } from "i18next";
import { english, type TextKey } from "./catalogs.ts";
import { escapeText, type Mrkdwn } from "./mrkdwn.ts";

export type { TextKey } from "./catalogs.ts";

type PlainVars = Record<string, string | number>;
type MrkdwnVars = Record<string, string | number | Mrkdwn>;

/** The product's sentences in one reader's language. */
export type Text = {
	/** For headers, buttons, labels: shown as it is. */
	plain(key: TextKey, vars?: PlainVars): string;
	/** For sections and messages: strings among the variables are escaped. */
	mrkdwn(key: TextKey, vars?: MrkdwnVars): Mrkdwn;
	/** Two letters, for Intl. */
	language: string;
	/** A language by its ISO 639 code, in the reader's own. */
	languageName(code: string): string;
	/** "a, b and c" as the language joins a list. */
	list(parts: string[]): string;
};

/** By language; another one is a folder of locales/ and a line here. */
const catalogs = { en: english };

const i18n = createInstance();
i18n.init({
	lng: "en",
	fallbackLng: "en",
	initAsync: false,
	ns: Object.keys(english),
	resources: catalogs,
	interpolation: { escapeValue: false, skipOnVariables: true },
	missingInterpolationHandler: (text: string, [token]: RegExpMatchArray) => {
		throw new Error(`"${text}" was rendered without ${token}`);
	},
});

const inEnglish = textIn("en");
const texts = new Map(
	Object.keys(catalogs).map((language) => [
		language,
		language === "en" ? inEnglish : textIn(language),
	]),
);

/** `locale` as Slack gives it ("en-US"); unknown languages read English. */
export function textFor(locale: string): Text {
	const wanted = locale.split("-")[0] ?? "";
	return texts.get(wanted) ?? inEnglish;
}

function textIn(language: string): Text {
	const t = i18n.getFixedT(language);
	const list = new Intl.ListFormat(language, { type: "conjunction" });
	const languageNames = new Intl.DisplayNames([language], {
		type: "language",
	});
	return {
		language,
		plain: (key, vars = {}) => String(t(key as never, vars as never)),
		mrkdwn: (key, vars = {}) => ({
			mrkdwn: String(t(key as never, escapeVars(vars) as never)),
		}),
		languageName: (code) => languageNames.of(code) ?? code,
		list: (parts) => list.format(parts),
	};
}

function escapeVars(vars: MrkdwnVars): PlainVars {
	return Object.fromEntries(
		Object.entries(vars).map(([name, value]) => {
			if (typeof value === "number") return [name, value];
			const safe = typeof value === "string" ? escapeText(value) : value;
			return [name, safe.mrkdwn];
		}),
	);
}

import type { ProgramSettings } from "../programs/settings.ts";
import { cut } from "../slack/mrkdwn.ts";
import {
	type AgreementWords,
	agreementLengths,
	mostMonths,
	rhythms,
} from "./agreement.ts";
import type { MemberRole } from "./mentorship.ts";

/** What the profile of a member says about how they like it. */
export type Preference = {
	name: string;
	role: MemberRole;
	/** What they offer, and what they cannot help with, as find shows it. */
	offer: string | null;
	helpsNotWith: string | null;
	rhythm: AgreementWords["rhythm"];
	lengthMinutes: number;
	format: AgreementWords["format"];
};

const expertiseMonths = 3;

/**
 * The first version, from all profiles: as rare and as short as the one of them
 * with the least time would have it, for as long as the program says.
 */
export function fillIn(
	kind: string,
	profiles: readonly Preference[],
	{ defaults }: Pick<ProgramSettings, "defaults">,
): AgreementWords {
	const { rhythm, lengthMinutes, durationMonths } = defaults;
	const months = kind === "expertise" ? expertiseMonths : durationMonths;
	const helpers = profiles.filter(({ role }) => role !== "mentee");
	const isPeer = helpers.some(({ role }) => role === "peer");
	const lengths = profiles.map((profile) => profile.lengthMinutes);
	const shortest = lengths.length > 0 ? Math.min(...lengths) : lengthMinutes;
	return {
		helps: join(helpers, ({ offer }) => offer),
		helpsNot: isPeer ? null : join(helpers, ({ helpsNotWith }) => helpsNotWith),
		rhythm: rarest(profiles.map((profile) => profile.rhythm)) ?? rhythm,
		lengthMinutes: shortest < 45 ? 30 : 45,
		format: common(profiles.map((profile) => profile.format)),
		reach: null,
		months: Math.min(months, mostMonths),
	};
}

/** Each one's words; whose they are is said where there are several. */
function join(
	people: readonly Preference[],
	wordsOf: (profile: Preference) => string | null,
): string | null {
	const said = people.flatMap((profile) => {
		const words = wordsOf(profile);
		if (!words) return [];
		return people.length > 1 ? [`${profile.name}: ${words}`] : [words];
	});
	return said.length > 0 ? cut(said.join("\n"), agreementLengths.helps) : null;
}

function rarest(wanted: AgreementWords["rhythm"][]) {
	return rhythms.findLast((rhythm) => wanted.includes(rhythm));
}

/** What all can do who do not mind; where they differ, it is left open. */
function common(wanted: AgreementWords["format"][]): AgreementWords["format"] {
	const [one, ...others] = new Set(wanted.filter((it) => it !== "either"));
	return one && others.length === 0 ? one : "either";
}

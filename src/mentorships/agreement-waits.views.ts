import { dateToken, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import type { AgreementPage } from "./agreement.service.ts";
import {
	type Agreement,
	hasAgreement,
	isOpenToSign,
	unsignedBy,
} from "./agreement.ts";
import { giveUpAt } from "./agreement-dates.ts";
import type { AgreementReader } from "./agreement-terms.views.ts";
import type { Mentorship } from "./mentorship.ts";
import { names } from "./mentorships.views.ts";
import { othersNamed } from "./since.views.ts";

/** Whose move it is, and what holds meanwhile. */
export function waitsLines(
	{ mentorship, versions }: AgreementPage,
	latest: Agreement,
	reader: AgreementReader,
	text: Text,
): Mrkdwn {
	const { state } = mentorship;
	const since = latest.inForceAt;
	const paused = text.mrkdwn("mentorships:agreement.waits.paused");
	if (!isOpenToSign(mentorship) && state !== "paused")
		return since
			? text.mrkdwn("mentorships:agreement.waits.past", {
					date: dateToken(slackDate(since, "day", reader)),
				})
			: text.mrkdwn("mentorships:agreement.waits.pastOpen");
	if (since)
		return joinMrkdwn(
			[
				holdsLine(since, latest, reader, text),
				...(state === "paused" ? [paused] : []),
			],
			"\n",
		);
	if (state === "paused") return paused;
	const holdsBefore = versions.some(({ inForceAt }) => inForceAt !== null);
	return joinMrkdwn(
		[
			moveLine(latest, mentorship, reader, text),
			...(state === "agreeing"
				? [
						text.mrkdwn("mentorships:agreement.waits.until", {
							date: dateToken(slackDate(giveUpAt(mentorship), "day", reader)),
						}),
					]
				: []),
			...(holdsBefore && state === "active"
				? [text.mrkdwn("mentorships:agreement.waits.old")]
				: []),
		],
		"\n",
	);
}

/** Whoever came later has not signed what holds. */
function holdsLine(
	since: Date,
	{ signedBy }: Agreement,
	reader: AgreementReader,
	text: Text,
): Mrkdwn {
	const hasSigned = signedBy.includes(reader.personId);
	return text.mrkdwn(
		`mentorships:agreement.waits.${hasSigned ? "holds" : "holdsMe"}`,
		{ date: dateToken(slackDate(since, "day", reader)) },
	);
}

/** Who has still to sign, beginning with the reader. */
export function moveLine(
	latest: Agreement,
	mentorship: Mentorship,
	{ personId }: { personId: string },
	text: Text,
): Mrkdwn {
	const missing = unsignedBy(latest, mentorship.members);
	const others = missing.filter((member) => member.personId !== personId);
	const count = others.length;
	const who = names(others);
	if (others.length === missing.length)
		return text.mrkdwn("mentorships:agreement.waits.others", {
			count,
			names: who,
		});
	return others.length > 0
		? text.mrkdwn("mentorships:agreement.waits.meAndOthers", {
				count,
				names: who,
			})
		: text.mrkdwn("mentorships:agreement.waits.me");
}

/** Why there is none to show. */
export function noneLine(
	mentorship: Mentorship,
	reader: AgreementReader,
	text: Text,
): Mrkdwn {
	if (!hasAgreement(mentorship))
		return text.mrkdwn("mentorships:agreement.waits.notFor");
	const { state, pausedFrom } = mentorship;
	const isEarly = [state, pausedFrom].includes("exploring");
	return text.mrkdwn(
		`mentorships:agreement.waits.${isEarly ? "exploring" : "never"}`,
		{
			names: othersNamed(mentorship, reader, text),
		},
	);
}

/** On a mentorship's page and on Home; [] when nobody has to do anything. */
export function agreementLines(
	latest: Agreement,
	mentorship: Mentorship,
	reader: { personId: string },
	text: Text,
): Mrkdwn[] {
	const { personId } = reader;
	const missing = unsignedBy(latest, mentorship.members);
	const hasSigned = latest.signedBy.includes(personId);
	// Whoever came later has not signed what holds.
	if (latest.inForceAt)
		return hasSigned ? [] : [text.mrkdwn("mentorships:agreement.line.joined")];
	if (missing.length === 0) return [];
	if (hasSigned)
		return [
			text.mrkdwn("mentorships:agreement.line.waiting", {
				count: missing.length,
				names: names(missing),
			}),
		];
	const isChange = mentorship.state === "active";
	return [
		text.mrkdwn(
			`mentorships:agreement.line.${isChange ? "changed" : "toSign"}`,
		),
	];
}

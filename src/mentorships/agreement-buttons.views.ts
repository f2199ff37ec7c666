import type { Button } from "@slack/types";
import { button } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import type { Agreement } from "./agreement.ts";
import { type Mentorship, othersOf } from "./mentorship.ts";

type Reader = { personId: string };

function namesOf(mentorship: Mentorship, { personId }: Reader, text: Text) {
	return text.list(othersOf(mentorship, personId).map(({ name }) => name));
}

/** Opens the agreement, wherever a mentorship is shown. */
export function agreementButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return button({
		id: "mentorships:agreement",
		value: mentorship.mentorshipId,
		label: text.plain("mentorships:agreement.button"),
		spoken: text.plain("mentorships:agreement.spoken", {
			names: namesOf(mentorship, reader, text),
		}),
	});
}

/** Signs this version, and no other. */
export function signButton(
	{ agreementId }: Agreement,
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return button({
		id: "mentorships:sign",
		value: agreementId,
		label: text.plain("mentorships:agreement.do.sign"),
		spoken: text.plain("mentorships:agreement.do.signSpoken", {
			names: namesOf(mentorship, reader, text),
		}),
		style: "primary",
	});
}

export function editButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return button({
		id: "mentorships:editAgreement",
		value: mentorship.mentorshipId,
		label: text.plain("mentorships:agreement.do.edit"),
		spoken: text.plain("mentorships:agreement.do.editSpoken", {
			names: namesOf(mentorship, reader, text),
		}),
	});
}

export function versionsButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return button({
		id: "mentorships:versions",
		value: mentorship.mentorshipId,
		label: text.plain("mentorships:agreement.do.versions"),
		spoken: text.plain("mentorships:agreement.do.versionsSpoken", {
			names: namesOf(mentorship, reader, text),
		}),
	});
}

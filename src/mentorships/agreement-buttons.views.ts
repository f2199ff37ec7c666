import type { Button } from "@slack/types";
import type { Text } from "../slack/text.ts";
import type { Agreement } from "./agreement.ts";
import type { Mentorship } from "./mentorship.ts";
import { namedButton } from "./named-button.views.ts";

type Reader = { personId: string };

/** Opens the agreement, wherever a mentorship is shown. */
export function agreementButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:agreement",
			label: "mentorships:agreement.button",
			spoken: "mentorships:agreement.spoken",
		},
		mentorship,
		reader,
		text,
	);
}

/** Signs this version, and no other. */
export function signButton(
	{ agreementId: value }: Agreement,
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:sign",
			value,
			label: "mentorships:agreement.do.sign",
			spoken: "mentorships:agreement.do.signSpoken",
			style: "primary",
		},
		mentorship,
		reader,
		text,
	);
}

export function editButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:editAgreement",
			label: "mentorships:agreement.do.edit",
			spoken: "mentorships:agreement.do.editSpoken",
		},
		mentorship,
		reader,
		text,
	);
}

export function versionsButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:versions",
			label: "mentorships:agreement.do.versions",
			spoken: "mentorships:agreement.do.versionsSpoken",
		},
		mentorship,
		reader,
		text,
	);
}

import type { KnownBlock } from "@slack/types";
import {
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { escapeText, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text, TextKey } from "../slack/text.ts";
import { offers, wants } from "./enrollment.ts";
import type { Profile } from "./profile.ts";
import { fieldsOf } from "./profile-fields.views.ts";
import { type PageName, pages } from "./profile-pages.ts";

/** The table of contents: what is known, and a button to each page. */
export function profileModal(
	profile: Profile,
	text: Text,
	saved: PageName | null = null,
): Modal {
	const shown = pages.filter((page) => isFor(page, profile));
	return modal({
		id: "enrollment:profile",
		title: text.plain("enrollment:profile.title"),
		close: text.plain("enrollment:profile.close"),
		blocks: [
			...(saved
				? [
						section(
							text.mrkdwn("enrollment:profile.saved", {
								page: text.plain(`enrollment:page.${saved}.title`),
							}),
						),
					]
				: []),
			...shown.map((page) =>
				section(
					joinMrkdwn(
						[
							text.mrkdwn(`enrollment:page.${page}.heading`),
							summary(page, profile, text),
						],
						"\n",
					),
					button({
						id: "enrollment:openPage",
						value: page,
						label: text.plain("enrollment:profile.edit"),
						spoken: text.plain("enrollment:profile.editPage", {
							page: text.plain(`enrollment:page.${page}.title`),
						}),
					}),
				),
			),
		],
	});
}

/** One page; saving leads back to the contents. */
export function pageModal(page: PageName, profile: Profile, text: Text): Modal {
	const about = `enrollment:page.${page}.seen` satisfies TextKey;
	return modal({
		id: `enrollment:save-${page}`,
		title: text.plain(`enrollment:page.${page}.title`),
		submit: text.plain("enrollment:profile.save"),
		close: text.plain("enrollment:profile.cancel"),
		blocks: [
			...fieldsOf(page, profile, text),
			context(text.mrkdwn(about)),
		] satisfies KnownBlock[],
	});
}

function isFor(page: PageName, { role, topics }: Profile): boolean {
	if (page === "mentee") return wants(role);
	if (page === "mentor") return offers(role);
	if (page === "levels") return topics.length > 0;
	return true;
}

function summary(page: PageName, profile: Profile, text: Text): Mrkdwn {
	const none = text.mrkdwn("enrollment:profile.nothing");
	const words = (value: string | null) => (value ? escapeText(value) : none);
	const names = (side: "wanted" | "offered") =>
		text.list(
			profile.topics
				.filter((topic) => topic.side === side)
				.map((topic) => topic.name),
		);
	switch (page) {
		case "topics":
			return profile.topics.length === 0
				? none
				: escapeText(
						[names("wanted"), names("offered")].filter(Boolean).join(" · "),
					);
		case "levels":
			return text.mrkdwn("enrollment:page.levels.summary");
		case "mentee":
			return words(profile.goal);
		case "mentor":
			return words(profile.offer);
		case "rhythm":
			return escapeText(
				[
					text.plain(`enrollment:rhythm.${profile.rhythm}`),
					text.plain("enrollment:length", { minutes: profile.lengthMinutes }),
					text.plain(`enrollment:format.${profile.format}`),
				].join(" · "),
			);
		case "hours": {
			const { start, end, zone } = profile.hours;
			return text.mrkdwn("enrollment:page.hours.summary", { start, end, zone });
		}
		case "never":
			return text.mrkdwn("enrollment:page.never.summary", {
				count: profile.never.length,
			});
	}
}

import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	action,
	command,
	type Entry,
	type Feature,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import {
	loadProfile,
	saveHours,
	saveLevels,
	saveMentee,
	saveMentor,
	saveNever,
	saveRhythm,
	saveTopics,
} from "./profile.service.ts";
import { pageModal, profileModal } from "./profile.views.ts";
import {
	hoursPage,
	levelsPage,
	menteePage,
	mentorPage,
	neverPage,
	type PageName,
	pages,
	rhythmPage,
	topicsPage,
} from "./profile-pages.ts";

async function openProfile(deps: Deps, visit: Visit): Promise<Reply> {
	return show(deps, visit, (profile) => ({
		do: "open",
		view: profileModal(profile, visit.text),
	}));
}

async function show(
	deps: Deps,
	visit: Visit,
	reply: (
		profile: NonNullable<Awaited<ReturnType<typeof loadProfile>>>,
	) => Reply,
): Promise<Reply> {
	const profile = await loadProfile(deps, visit);
	return profile
		? reply(profile)
		: { do: "say", message: sentence(visit.text, "slack:refused.notEnrolled") };
}

/** Saving a page leads back to the contents, which then says so. */
function savePage<I>(
	page: PageName,
	form: z.ZodType<I>,
	save: (deps: Deps, visit: Visit, form: I) => Promise<void>,
): Entry {
	return view({
		id: `enrollment:save-${page}`,
		policy: { who: "enrolled" },
		input: z.object({ form }),
		async handle(deps, visit, input) {
			await save(deps, visit, input.form);
			return show(deps, visit, (profile) => ({
				do: "update",
				view: profileModal(profile, visit.text, page),
			}));
		},
	});
}

export const profileFeature: Feature = {
	name: "enrollment",
	entries: [
		command({
			id: "profile",
			policy: { who: "enrolled" },
			input: z.string(),
			help: { usage: "profile", about: "enrollment:help.profile" },
			handle: openProfile,
		}),
		action({
			id: "enrollment:openProfile",
			policy: { who: "enrolled" },
			input: z.unknown(),
			handle: openProfile,
		}),
		action({
			id: "enrollment:openPage",
			policy: { who: "enrolled" },
			input: z.object({ value: z.enum(pages) }),
			handle: (deps, visit, { value }) =>
				show(deps, visit, (profile) => ({
					do: "update",
					view: pageModal(value, profile, visit.text),
				})),
		}),
		savePage("topics", topicsPage, saveTopics),
		savePage("levels", levelsPage, saveLevels),
		savePage("mentee", menteePage, saveMentee),
		savePage("mentor", mentorPage, saveMentor),
		savePage("rhythm", rhythmPage, saveRhythm),
		savePage("hours", hoursPage, saveHours),
		savePage("never", neverPage, saveNever),
	],
};

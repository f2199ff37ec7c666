import type { KnownBlock } from "@slack/types";
import type { Mentorship } from "../mentorships/mentorship.ts";
import type { MessageContext } from "../slack/feature.ts";
import type { PersonRow } from "../workspaces/person.ts";
import type { Meeting } from "./meeting.ts";

/** What others have to say beforehand: what will be talked about. */
export type BeforeMeeting = (
	found: { mentorship: Mentorship; meeting: Meeting },
	reader: PersonRow,
	context: MessageContext,
) => Promise<KnownBlock[]>;

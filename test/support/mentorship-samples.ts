import { buttonFor, type Sample } from "./sample.ts";

/** The life of a mentorship, part by part. */
export const mentorshipSamples: Record<string, Sample> = {
	"action mentorships:open": buttonFor("mentorships:open", "home"),
};

import type { Feature } from "../slack/feature.ts";
import { turnKind } from "./move.service.ts";
import { turnSchedule } from "./turn.service.ts";
import { turnActs } from "./turn-acts.service.ts";

export const mentorshipsFeature: Feature = {
	name: "mentorships",
	entries: [],
	schedules: { [turnKind]: turnSchedule(turnActs) },
};

import { buttonFor, command, type Sample } from "./sample.ts";

const turn = (id: string): Sample => ({
	takes: "uuid",
	act: (program) => ({
		type: "action",
		id,
		in: "modal",
		value: "1",
		meta: { program, list: "mentorships" },
	}),
});

/** A program in numbers, for its managers. */
export const reportSamples: Record<string, Sample> = {
	"command report": command("report"),
	"command stats": command("stats"),
	"action reports:make": buttonFor("reports:make", "modal"),
	"view reports:post": {
		takes: "uuid",
		act: (release) => ({ type: "view", id: "reports:post", meta: { release } }),
	},
	"action reports:definitions": buttonFor("reports:definitions", "message"),
	"action reports:csv": buttonFor("reports:csv", "message"),
	"action reports:enrolled": buttonFor("reports:enrolled", "message"),
	"action reports:mentorships": buttonFor("reports:mentorships", "message"),
	"action reports:unreachable": buttonFor("reports:unreachable", "message"),
	"action reports:more": turn("reports:more"),
	"action reports:earlier": turn("reports:earlier"),
};

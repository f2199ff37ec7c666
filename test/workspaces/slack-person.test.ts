import { expect, test } from "@jest/globals";
import {
	readSlackUser,
	type Standing,
	slackUser,
} from "../../src/workspaces/slack-person.ts";

const read = (user: Record<string, unknown>, team: string | null = "T1") =>
	readSlackUser(slackUser.parse({ id: "U1", team_id: "T1", ...user }), team);

test.each<[Standing, Record<string, unknown>]>([
	["member", {}],
	["guest", { is_restricted: true }],
	["guest", { is_restricted: true, is_ultra_restricted: true }],
	["bot", { is_bot: true }],
	["bot", { id: "USLACKBOT" }],
	["external", { is_stranger: true }],
	["external", { team_id: "T2" }],
	["external", { team_id: "T2", is_restricted: true }],
	["deactivated", { deleted: true }],
	["deactivated", { deleted: true, is_bot: true, team_id: "T2" }],
	["member", { team_id: null }],
])("%s: %j", (standing, user) => {
	expect(read(user).standing).toBe(standing);
});

test("in an org-wide install every workspace of it is home", () => {
	expect(read({ team_id: "T2" }, null).standing).toBe("member");
});

test("the name people know, then any that there is", () => {
	const profile = { real_name: "Ana Lopes", display_name: "ana" };
	expect(read({ real_name: "Ana L.", profile }).name).toBe("Ana Lopes");
	expect(read({ real_name: "Ana L.", profile: {} }).name).toBe("Ana L.");
	expect(read({ profile: { display_name: "ana" } }).name).toBe("ana");
	expect(read({ name: "ana.lopes" }).name).toBe("ana.lopes");
	expect(read({ real_name: "\u0000 \u202e" }).name).toBe("U1");
});

test("a name is cut and cannot turn or hide what follows", () => {
	const { name, title } = read({
		real_name: `\u202eAna\u0007${"x".repeat(500)}`,
		profile: { title: "y".repeat(500) },
	});
	expect(name).toMatch(/^Anax+…$/);
	expect(name).toHaveLength(80);
	expect(title).toHaveLength(120);
});

test("the zone by name, UTC and English where Slack says nothing", () => {
	expect(read({ tz: "Asia/Kathmandu", locale: "ne-NP" })).toMatchObject({
		zone: "Asia/Kathmandu",
		locale: "ne-NP",
	});
	expect(read({ tz: null })).toMatchObject({ zone: "UTC", locale: "en-US" });
});

test("what is no user is refused", () => {
	for (const odd of [null, {}, { id: 1 }, "U1"])
		expect(slackUser.safeParse(odd).success).toBe(false);
});

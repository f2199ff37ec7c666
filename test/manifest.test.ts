import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { WebClient } from "@slack/web-api";
import { parse } from "yaml";
import { z } from "zod";
import { features } from "../src/features.ts";
import { createTable } from "../src/slack/table.ts";
import { readSources } from "./support/source-files.ts";

const root = path.join(import.meta.dirname, "..");
const text = readFileSync(path.join(root, "manifest.yml"), "utf8");

const address = z.url({ protocol: /^https$/ }).max(3000);

/** Slack's limits, and no key beyond those the project has thought about. */
const manifestSchema = z.strictObject({
	_metadata: z.strictObject({
		major_version: z.literal(2),
		minor_version: z.literal(1),
	}),
	display_information: z.strictObject({
		name: z.string().min(1).max(35),
		description: z.string().min(1).max(140),
		long_description: z.string().min(175).max(4000),
		background_color: z.string().regex(/^#[0-9a-f]{6}$/),
	}),
	features: z.strictObject({
		app_home: z.strictObject({
			home_tab_enabled: z.boolean(),
			messages_tab_enabled: z.boolean(),
			messages_tab_read_only_enabled: z.boolean(),
		}),
		bot_user: z.strictObject({
			display_name: z.string().min(1).max(80),
			always_online: z.boolean(),
		}),
		shortcuts: z
			.array(
				z.strictObject({
					name: z.string().min(1).max(24),
					type: z.enum(["message", "global"]),
					callback_id: z.string().min(1).max(255),
					description: z.string().min(1).max(150),
				}),
			)
			.max(10)
			.default([]),
		slash_commands: z.array(
			z.strictObject({
				command: z.string().startsWith("/").max(32),
				description: z.string().min(1).max(2000),
				usage_hint: z.string().min(1).max(1000),
				should_escape: z.literal(true),
				url: address.optional(),
			}),
		),
	}),
	oauth_config: z.strictObject({
		scopes: z.strictObject({
			bot: z.array(z.string().max(50)),
			bot_optional: z.array(z.string().max(50)),
		}),
	}),
	settings: z.strictObject({
		event_subscriptions: z.strictObject({
			bot_events: z.array(z.string().max(50)),
			request_url: address.optional(),
		}),
		interactivity: z.strictObject({
			is_enabled: z.literal(true),
			request_url: address.optional(),
			message_menu_options_url: address.optional(),
		}),
		org_deploy_enabled: z.boolean(),
		socket_mode_enabled: z.boolean(),
		token_rotation_enabled: z.literal(false),
	}),
});

const manifest = manifestSchema.parse(parse(text));
const { entries } = createTable(features);
const idsOf = (type: string) =>
	entries.filter((entry) => entry.type === type).map(({ id }) => id);

/** The scopes each Web API method needs, as Slack documents them. */
const scopesOfMethod: Record<string, string[]> = {
	"apps.connections.open": [],
	"auth.test": [],
	"chat.postMessage": ["chat:write"],
	// Of the public channel that was chosen for a report.
	"conversations.info": ["channels:read"],
	// Of the bot's own DMs alone.
	"conversations.history": ["im:history"],
	// One person's DM, and the group DM of a mentorship.
	"conversations.open": ["im:write", "mpim:write"],
	// What people are owed as a file.
	"files.completeUploadExternal": ["files:write"],
	"files.getUploadURLExternal": ["files:write"],
	"files.info": [],
	"users.info": ["users:read"],
	"users.list": ["users:read"],
	"views.open": [],
	"views.publish": [],
	"views.push": [],
	"views.update": [],
};

/** Scopes that may be left out, and what is then not offered. */
const optionalScopesOfMethod: Record<string, string[]> = {
	// A file chosen in a form.
	"files.info": ["files:read"],
	// Everybody's email, to find people by.
	"users.list": ["users:read.email"],
};

/** The scopes without which Slack does not send an event. */
const scopesOfEvent: Record<string, string[]> = {
	app_home_opened: [],
	app_uninstalled: [],
	team_join: ["users:read"],
	tokens_revoked: [],
	user_change: ["users:read"],
};

/** Every call in src of what is a method of Slack's client, by any name. */
function methodsCalled(): string[] {
	const found = readSources(root)
		.filter((file) => file.path.startsWith("src/"))
		.flatMap(({ code }) => [
			...code.matchAll(/\b(?=([a-z]+(?:\s*\.\s*\w+)+)\s*\()/g),
			...code.matchAll(/\b(apiCall|chatStream|filesUploadV2)\s*\(/g),
		])
		.map(([, name = ""]) => name.replace(/\s/g, ""))
		.filter((name) => typeof methodOf(name) === "function");
	return [...new Set(found)].sort();
}

const client = new WebClient();

function methodOf(name: string): unknown {
	return name
		.split(".")
		.reduce((at: unknown, part) => at && Reflect.get(Object(at), part), client);
}

describe("manifest.yml", () => {
	test("declares the one command that all words come behind", () => {
		const { slash_commands } = manifest.features;
		expect(slash_commands.map(({ command }) => command)).toEqual(["/mentor"]);
		expect(idsOf("command")).toContain("");
	});

	test("hints at commands that exist", () => {
		const [command] = manifest.features.slash_commands;
		const words = command?.usage_hint.match(/(?<=[[|] ?)[a-z]+/g) ?? [];
		expect(words.length).toBeGreaterThan(0);
		expect(idsOf("command")).toEqual(expect.arrayContaining(words));
	});

	test("subscribes to exactly the events the features declare", () => {
		const { bot_events } = manifest.settings.event_subscriptions;
		expect(bot_events).toEqual(idsOf("event").sort());
	});

	test("has exactly the shortcuts the features declare", () => {
		const ids = manifest.features.shortcuts.map((one) => one.callback_id);
		expect(ids).toEqual(idsOf("shortcut"));
		for (const { type } of manifest.features.shortcuts)
			expect(type).toBe("message");
		expect(new Set(entries.map(({ type }) => type))).toEqual(
			new Set(["command", "action", "shortcut", "view", "options", "event"]),
		);
	});

	test("shows Home, and takes messages only when something answers", () => {
		expect(manifest.features.app_home).toEqual({
			home_tab_enabled: idsOf("event").includes("app_home_opened"),
			messages_tab_enabled: true,
			messages_tab_read_only_enabled: !idsOf("event").includes("message.im"),
		});
	});

	test("asks for exactly the scopes that calls and events need", () => {
		const called = methodsCalled();
		// In both directions: a new call is looked up, an old one is not kept.
		expect(called).toEqual(Object.keys(scopesOfMethod).sort());
		const needed = new Set([
			"commands",
			...called.flatMap((method) => scopesOfMethod[method] ?? ["unknown"]),
			...idsOf("event").flatMap((id) => scopesOfEvent[id] ?? ["unknown"]),
		]);
		const { bot, bot_optional } = manifest.oauth_config.scopes;
		expect([...bot].sort()).toEqual([...needed].sort());
		const wanted = called.flatMap(
			(method) => optionalScopesOfMethod[method] ?? [],
		);
		expect([...bot_optional].sort()).toEqual([...new Set(wanted)].sort());
	});

	test("says beside every scope why it is there", () => {
		const scopes = text.slice(
			text.indexOf("    bot:"),
			text.indexOf("settings:"),
		);
		const lines = scopes.split("\n");
		const bare = lines.filter(
			(line, at) =>
				line.trim().startsWith("- ") && !lines[at - 1]?.trim().startsWith("#"),
		);
		expect(bare).toEqual([]);
	});

	test("becomes an app on HTTP as its comment says", () => {
		expect(manifest.settings.socket_mode_enabled).toBe(true);
		const overHttp = manifestSchema.parse(
			parse(
				text
					.replaceAll("#http ", "")
					.replace("socket_mode_enabled: true", "socket_mode_enabled: false"),
			),
		);
		const { event_subscriptions, interactivity } = overHttp.settings;
		const [command] = overHttp.features.slash_commands;
		const urls = [
			command?.url,
			event_subscriptions.request_url,
			interactivity.request_url,
			interactivity.message_menu_options_url,
		];
		expect(urls).toEqual(
			urls.map(() => "https://mentor.example.com/slack/events"),
		);
	});
});

import { createCipher } from "../../src/db/cipher.ts";
import {
	openDatabase,
	type WorkspaceTrx,
	withWorkspace,
} from "../../src/db/database.ts";
import type { Deps } from "../../src/deps.ts";
import { enroll } from "../../src/enrollment/enrollment.service.ts";
import {
	emptyJoinForm,
	type JoinForm,
} from "../../src/enrollment/join-form.ts";
import {
	ensureFirstProgram,
	readFirstProgram,
	readTopicList,
} from "../../src/programs/programs.service.ts";
import type { Visit } from "../../src/slack/feature.ts";
import { textFor } from "../../src/slack/text.ts";
import { createThreads } from "../../src/threads/threads.ts";
import { savePerson } from "../../src/workspaces/people.service.ts";
import { findOrInsertWorkspace } from "../../src/workspaces/workspaces.queries.ts";
import { bareDeps } from "./bare-deps.ts";
import { freshDatabase } from "./database.ts";

export type Office = Awaited<ReturnType<typeof openOffice>>;

/**
 * A workspace with its first program on a database of its own, for services
 * and queries; Slack is not there.
 */
export async function openOffice() {
	const database = await freshDatabase();
	const db = openDatabase(database.url, "mentor_app", { max: 20 });
	const keys = { 1: Buffer.alloc(32, 7) };
	const cipher = createCipher({ current: "1", keys });
	const threads = createThreads({ databaseUrl: database.url, drainMs: 0 });
	const deps: Deps = { ...bareDeps(db).deps, cipher, threads };
	const workspaceId = await findOrInsertWorkspace(db, {
		enterpriseId: null,
		teamId: "T0OFFICE",
		name: "Office",
	});
	await ensureFirstProgram(deps, workspaceId);
	const run = <T>(work: (trx: WorkspaceTrx) => Promise<T>) =>
		withWorkspace(db, workspaceId, work);
	const programId = await run(readFirstProgram);
	const topics = new Map(
		(await run((trx) => readTopicList(trx, programId))).map(
			({ name, topicId }) => [name, topicId],
		),
	);
	let people = 0;
	let visits = 0;

	return {
		deps,
		databaseUrl: database.url,
		workspaceId,
		programId,
		/** Work in the workspace, in a transaction of its own. */
		run,
		/** The id of one of the program's topics. */
		topic: (name: string) => topics.get(name) ?? "",
		/** Someone who has not joined; their id. */
		async person(name = "Someone"): Promise<string> {
			people += 1;
			const slackUserId = `U${String(people).padStart(4, "0")}`;
			return run((trx) =>
				savePerson(trx, {
					slackUserId,
					name: `${name} ${people}`,
					title: "Engineer",
					standing: "member",
					zone: "Europe/Lisbon",
					locale: "en-US",
					slackRole: "member",
				}),
			);
		},
		/** Someone who has joined with this page; their id. */
		async joined(page: Partial<JoinForm> = {}): Promise<string> {
			const personId = await this.person();
			const form = { ...emptyJoinForm, ...page };
			await run((trx) => enroll(deps, trx, { programId, personId }, form));
			return personId;
		},
		/** A request of an enrolled person, as it has passed the gate. */
		visit(personId: string): Visit {
			visits += 1;
			return {
				workspaceId,
				programId,
				actor: {
					personId,
					slackUserId: "U0",
					name: "Someone",
					zone: "Europe/Lisbon",
					locale: "en-US",
					slackRole: "member",
					manages: [],
					enrollment: { role: "both", state: "open", ready: false },
				},
				text: textFor("en"),
				now: deps.now(),
				key: `visit:${visits}`,
			};
		},
		async close() {
			await threads.stop();
			await db.destroy();
			await database.drop();
		},
	};
}

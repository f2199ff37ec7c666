import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import {
	appointInstaller,
	claimProgram,
	readUnmanaged,
} from "../../src/programs/claim.service.ts";
import { createProgram } from "../../src/programs/create.service.ts";
import { readManagers } from "../../src/programs/managers.service.ts";
import { type Office, openOffice } from "../support/office.ts";
import { type OwnProgram, ownProgram } from "./own-program.ts";

let office: Office;
let own: OwnProgram;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());
beforeEach(async () => {
	own = await ownProgram(office);
});

test("a program that someone runs cannot be claimed", async () => {
	const admin = await office.person("Admin");
	const claimed = await claimProgram(
		office.deps,
		own.visit(admin),
		own.programId,
	);
	expect(claimed).toMatchObject({
		outcome: "taken",
		by: [{ personId: own.founder }],
	});
	expect(await own.managers()).toEqual([own.founder]);
});

test("of ten who claim at once one wins, and the others learn who", async () => {
	await own.deactivate(own.founder);
	const free = await office.run(readUnmanaged);
	expect(free.map((program) => program.programId)).toContain(own.programId);
	const admins: string[] = [];
	while (admins.length < 10) admins.push(await office.person("Admin"));
	const claims = await Promise.all(
		admins.map((admin) =>
			claimProgram(office.deps, own.visit(admin), own.programId),
		),
	);
	const won = claims.findIndex(({ outcome }) => outcome === "claimed");
	const winner = admins[won];
	const others = claims.filter((_, index) => index !== won);
	for (const other of others)
		expect(other).toMatchObject({
			outcome: "taken",
			by: [{ personId: winner }],
		});
	expect(await own.managers()).toEqual([own.founder, winner]);
	expect(await own.history()).toEqual(["programs:claim", "programs:create"]);
});

test("a claim is told to the other owners and admins of Slack", async () => {
	await own.deactivate(own.founder);
	const claimer = await office.person("Admin");
	const other = await office.person("Owner");
	await office.run((trx) =>
		trx
			.updateTable("person")
			.set({ slack_role: "owner" })
			.where("person_id", "in", [claimer, other])
			.execute(),
	);
	await claimProgram(office.deps, own.visit(claimer), own.programId);
	expect(await own.owedTo(other)).toEqual(["programs:claimed"]);
	expect(await own.owedTo(claimer)).toEqual([]);
});

test("no program can be claimed that does not exist", async () => {
	const admin = await office.person("Admin");
	const nowhere = "01890a5d-ac96-774b-bcce-b302099a8057";
	const claimed = await claimProgram(office.deps, own.visit(admin), nowhere);
	expect(claimed).toEqual({ outcome: "gone" });
});

test("whoever installed the app runs its first program, once", async () => {
	const { deps, workspaceId, programId: first } = office;
	const installer = await office.person("Installer");
	const installed_by = await own.slackIdOf(installer);
	await office.run((trx) =>
		trx
			.insertInto("installation")
			.values({
				workspace_id: workspaceId,
				bot_id: "B0",
				bot_user_id: "U0",
				bot_token: Buffer.from(""),
				scopes: [],
				installed_by,
			})
			.execute(),
	);
	await appointInstaller(deps, workspaceId, first);
	await appointInstaller(deps, workspaceId, first);
	const those = await office.run((trx) => readManagers(trx, first));
	expect(those.map(({ personId }) => personId)).toEqual([installer]);
});

test("two programs never have one name", async () => {
	const again = await createProgram(
		office.deps,
		own.visit(own.founder),
		`program of ${own.founder}`,
	);
	expect(again).toEqual({ outcome: "taken" });
});

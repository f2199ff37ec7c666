import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { joinFeature } from "../../src/enrollment/join.feature.ts";
import { emptyJoinForm } from "../../src/enrollment/join-form.ts";
import { listProgramsFor } from "../../src/programs/choose.queries.ts";
import { chooseProgram } from "../../src/programs/choose.service.ts";
import { createProgram } from "../../src/programs/create.service.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
let second: string;
beforeAll(async () => {
	office = await openOffice();
	const founder = await office.person("Founder");
	const created = await createProgram(
		office.deps,
		office.visit(founder),
		"Leadership 2027",
	);
	if (created.outcome !== "created") throw new Error(created.outcome);
	second = created.programId;
});
afterAll(() => office?.close());

const joined = async (personId: string) =>
	(await office.run((trx) => listProgramsFor(trx, personId)))
		.filter(({ hasJoined }) => hasJoined)
		.map(({ programId }) => programId);

test("a page opened for one program joins that one, wherever one looks by now", async () => {
	const person = await office.person();
	const entry = joinFeature.entries.find(
		({ type, id }) => type === "view" && id === "enrollment:join",
	);
	const visit = office.visit(person);
	await chooseProgram(office.deps, office.visit(person), office.programId);
	const input = { form: emptyJoinForm, meta: { program: second } };
	await entry?.handle(office.deps, visit, input);
	expect(await joined(person)).toEqual([second]);
});

test("nobody looks at a program that is not there", async () => {
	const visit = office.visit(await office.person());
	const nowhere = "01890a5d-ac96-774b-bcce-b302099a8057";
	expect(await chooseProgram(office.deps, visit, nowhere)).toBeNull();
});

test("a guest sees only the programs that take guests", async () => {
	const guest = await office.person();
	await office.run(async (trx) => {
		await trx
			.updateTable("person")
			.set({ standing: "guest" })
			.where("person_id", "=", guest)
			.execute();
		await trx
			.updateTable("program")
			.set({ settings: JSON.stringify({ allowsGuests: true }) })
			.where("program_id", "=", second)
			.execute();
	});
	const visit = office.visit(guest);
	expect(await chooseProgram(office.deps, visit, office.programId)).toBeNull();
	expect(await chooseProgram(office.deps, visit, second)).toBe(
		"Leadership 2027",
	);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { findEnrollment } from "../../src/enrollment/enrollment.queries.ts";
import { join, leave } from "../../src/enrollment/enrollment.service.ts";
import { emptyJoinForm } from "../../src/enrollment/join-form.ts";
import { readHistory } from "../../src/programs/acts.service.ts";
import {
	loadProgramPage,
	saveSettings,
	searchPlaces,
} from "../../src/programs/settings.service.ts";
import { saveDirectory } from "../../src/workspaces/people.service.ts";
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

const visit = () => own.visit(own.founder);
const load = () => loadProgramPage(office.deps, visit(), own.programId);
const defaults = {
	rhythm: "monthly" as const,
	lengthMinutes: 45 as const,
	durationMonths: 3,
	capacity: 2,
};

test("two managers who save two pages at once both have their way", async () => {
	const replies = { remindAfterDays: 2, closeAfterDays: 9 };
	await Promise.all([
		saveSettings(office.deps, visit(), "replies", { replies }),
		saveSettings(office.deps, visit(), "defaults", { defaults }),
		saveSettings(office.deps, visit(), "basics", {
			name: "Other name",
			description: "Other words",
		}),
		saveSettings(office.deps, visit(), "kinds", { kinds: ["flash"] }),
	]);
	expect(await load()).toMatchObject({
		name: "Other name",
		settings: {
			replies,
			defaults,
			description: "Other words",
			kinds: ["flash"],
		},
	});
});

test("the same request again does not undo a later save", async () => {
	const request = visit();
	const save = (request: ReturnType<typeof visit>, description: string) =>
		saveSettings(office.deps, request, "basics", { description });
	await save(request, "first");
	await save(visit(), "second");
	await save(request, "first");
	expect((await load()).settings.description).toBe("second");
});

test("what was changed is in the history once, from what to what", async () => {
	const patch = { replies: { remindAfterDays: 3, closeAfterDays: 8 } };
	expect(await saveSettings(office.deps, visit(), "replies", patch)).toBe(
		"saved",
	);
	expect(await saveSettings(office.deps, visit(), "replies", patch)).toBe(
		"unchanged",
	);
	const { acts } = await office.run((trx) =>
		readHistory(trx, own.programId, null),
	);
	const [newest, before] = acts;
	expect(newest).toMatchObject({
		action: "programs:save-replies",
		detail: { "replies.closeAfterDays": { from: 7, to: 8 } },
	});
	expect(before?.action).not.toBe("programs:save-replies");
});

test("a program is untouched until its first page is saved, even unchanged", async () => {
	const { isUntouched, name, settings } = await load();
	expect(isUntouched).toBe(true);
	const { report } = settings;
	await saveSettings(office.deps, visit(), "first", { name, report });
	expect((await load()).isUntouched).toBe(false);
});

test("departments come from the directory, by their letters", async () => {
	for (const department of ["Sales", "People & Culture", "Sales"]) {
		const person = await office.person();
		const facts = { department, level: null, location: null, managerId: null };
		await office.run((trx) => saveDirectory(trx, person, facts));
	}
	const search = (query: string) =>
		searchPlaces(office.deps, visit(), "department", query);
	expect(await search("")).toEqual(["People & Culture", "Sales"]);
	expect(await search("CULT")).toEqual(["People & Culture"]);
	expect(await search("%")).toEqual([]);
	expect(await searchPlaces(office.deps, visit(), "location", "")).toEqual([]);
});

test("who joins first starts from the defaults; who comes back keeps their own", async () => {
	const person = await office.person();
	const joins = () =>
		join(office.deps, own.visit(person), { ...emptyJoinForm, role: "both" });
	const part = async () =>
		office.run((trx) =>
			findEnrollment(trx, { programId: own.programId, personId: person }),
		);
	await saveSettings(office.deps, visit(), "defaults", { defaults });
	await saveSettings(office.deps, visit(), "kinds", {
		kinds: ["sponsor", "flash"],
	});
	await joins();
	const started = {
		rhythm: "monthly",
		length_minutes: 45,
		capacity: 2,
		kinds_wanted: ["flash"],
		kinds_offered: ["flash"],
	};
	expect(await part()).toMatchObject(started);

	await leave(office.deps, own.visit(person), []);
	const others = { ...defaults, rhythm: "weekly" as const, capacity: 9 };
	await saveSettings(office.deps, visit(), "defaults", { defaults: others });
	await joins();
	expect(await part()).toMatchObject({ ...started, state: "open" });
});

test("a program takes people of its departments, and whom nothing is known of", async () => {
	await saveSettings(office.deps, visit(), "join", {
		departments: ["Sales"],
		locations: [],
	});
	const joins = async (department: string | null) => {
		const person = await office.person();
		const facts = { department, level: null, location: null, managerId: null };
		await office.run((trx) => saveDirectory(trx, person, facts));
		return join(office.deps, own.visit(person), emptyJoinForm);
	};
	expect(await joins("Sales")).toBe(true);
	expect(await joins(null)).toBe(true);
	expect(await joins("Legal")).toBe(false);
});

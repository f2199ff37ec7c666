import { readHistory } from "../../src/programs/acts.service.ts";
import { createProgram } from "../../src/programs/create.service.ts";
import {
	addManager,
	readManagers,
} from "../../src/programs/managers.service.ts";
import type { Office } from "../support/office.ts";

/** A program that only this test knows, run by `founder`. */
export async function ownProgram(office: Office) {
	const { deps, run } = office;
	const founder = await office.person("Founder");
	const name = `Program of ${founder}`;
	const created = await createProgram(deps, office.visit(founder), name);
	if (created.outcome !== "created") throw new Error(created.outcome);
	const { programId } = created;

	const visit = (personId: string) => ({
		...office.visit(personId),
		programId,
	});
	const slackIdOf = async (personId: string) => {
		const { slack_user_id } = await run((trx) =>
			trx
				.selectFrom("person")
				.select("slack_user_id")
				.where("person_id", "=", personId)
				.executeTakeFirstOrThrow(),
		);
		return slack_user_id;
	};

	return {
		programId,
		name,
		founder,
		visit,
		slackIdOf,
		/** Ids of who runs it, the first one first. */
		managers: async () =>
			(await run((trx) => readManagers(trx, programId))).map(
				({ personId }) => personId,
			),
		/** What was done, the newest first. */
		history: async () =>
			(await run((trx) => readHistory(trx, programId, null))).acts.map(
				({ action }) => action,
			),
		/** One more manager; their id. */
		async added(by = founder): Promise<string> {
			const person = await office.person("Manager");
			await addManager(deps, visit(by), await slackIdOf(person));
			return person;
		},
		async deactivate(personId: string): Promise<void> {
			await run((trx) =>
				trx
					.updateTable("person")
					.set({ standing: "deactivated" })
					.where("person_id", "=", personId)
					.execute(),
			);
		},
		/** The kinds of messages someone was owed. */
		owedTo: async (personId: string) =>
			(
				await run((trx) =>
					trx
						.selectFrom("owed")
						.select("kind")
						.where("person_id", "=", personId)
						.orderBy("owed_id")
						.execute(),
				)
			).map(({ kind }) => kind),
	};
}

export type OwnProgram = Awaited<ReturnType<typeof ownProgram>>;

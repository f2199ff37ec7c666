/**
 * The demo's people: made-up companies, the same for the same seed. Plain
 * data; what becomes of it in Slack or in the database is decided elsewhere.
 */

import { companies } from "./companies.ts";
import { enroll } from "./enrolling.ts";
import { newId } from "./ids.ts";
import { organise } from "./organisation.ts";
import { castPersonas } from "./personas.ts";
import { seededRandom } from "./random.ts";
import { demoTopics } from "./topics.ts";
import type { DemoPerson, DemoWorkspace } from "./workspace.ts";

/** Four workspaces with about 380 people; 32 bits of `seed` count. */
export function demoPeople(seed: number): DemoWorkspace[] {
	const random = seededRandom(seed);
	const ids = new Set<string>();
	return companies.map((company): DemoWorkspace => {
		const id = newId(random, "T", ids);
		const { percent, most } = company.joined;
		let joined = 0;
		const people = organise(random, company, ids).map((person): DemoPerson => {
			const enrollment = joined < most ? enroll(random, person, percent) : null;
			if (enrollment) joined++;
			return { ...person, enrollment };
		});
		const cast = company.personas ? castPersonas(people) : null;
		return {
			id,
			name: company.name,
			domain: company.domain,
			topics: demoTopics,
			pairs: company.pairs,
			people: cast?.people ?? people,
			newcomer: cast?.newcomer ?? null,
			mentee: cast?.mentee ?? null,
			mentor: cast?.mentor ?? null,
		};
	});
}

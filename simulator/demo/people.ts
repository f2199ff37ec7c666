/**
 * The demo's people: two made-up companies, the same for the same seed. Plain
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

/** Two workspaces with about 350 people; 32 bits of `seed` count. */
export function demoPeople(seed: number): DemoWorkspace[] {
	const random = seededRandom(seed);
	const ids = new Set<string>();
	return companies.map((company): DemoWorkspace => {
		const id = newId(random, "T", ids);
		const people = organise(random, company, ids).map(
			(person): DemoPerson => ({
				...person,
				enrollment: enroll(random, person),
			}),
		);
		const cast = company.personas ? castPersonas(people) : null;
		return {
			id,
			name: company.name,
			domain: company.domain,
			topics: demoTopics,
			people: cast?.people ?? people,
			newcomer: cast?.newcomer ?? null,
			mentee: cast?.mentee ?? null,
			mentor: cast?.mentor ?? null,
		};
	});
}

import type { Company } from "./companies.ts";
import { type Department, departments } from "./departments.ts";
import { newId } from "./ids.ts";
import { type CultureName, cultures, newName } from "./names.ts";
import { type Place, places } from "./places.ts";
import type { Random } from "./random.ts";
import type { DemoPerson } from "./workspace.ts";

/** Someone as the directory knows them, before any enrolling. */
export type Employee = Omit<DemoPerson, "enrollment">;

/** Whoever leads a team leads about so many. */
const teamSize = 7;
/** Levels of those who lead nobody: most are in the middle. */
const memberLevels = [1, 1, 2, 2, 2, 3, 3, 3, 4];

/** Everyone in a company: one head, heads of departments, teams. */
export function organise(
	random: Random,
	company: Company,
	ids: Set<string>,
): Employee[] {
	const names = new Set(["Ana Ruiz", "Tomasz Nowak"]);
	const offices: Place[] = company.places.map((name) => places[name]);
	const hire = (place = random.pick(offices)): Employee => {
		const culture = cultureAt(random, place);
		return {
			id: newId(random, "U", ids),
			name: newName(random, culture, names),
			title: "",
			standing: "member",
			department: null,
			level: null,
			location: place.location,
			manager: null,
			zone: place.zone,
			locale: place.locale,
			languages: languagesOf(random, culture),
			hours: random.pick(usualHours),
		};
	};

	const head: Employee = {
		...hire(offices[0]),
		title: "Chief Executive Officer",
		department: "Operations",
		level: 6,
	};
	const staff = departments.flatMap((department) => {
		const size = company.sizes[department.name] ?? 0;
		return size > 0 ? staffed(random, department, size, head, hire) : [];
	});
	const leads = new Set(staff.map(({ manager }) => manager));
	const leaving = random
		.some(
			staff.filter(({ id }) => !leads.has(id)),
			company.deactivated,
		)
		.map(({ id }) => id);
	return [
		head,
		...staff.map((person) =>
			leaving.includes(person.id)
				? { ...person, standing: "deactivated" as const }
				: person,
		),
		...Array.from({ length: company.guests }, () => ({
			...hire(),
			title: "Contractor",
			standing: "guest" as const,
			location: null,
		})),
		...company.bots.map((name) => ({
			...hire(offices[0]),
			name,
			standing: "bot" as const,
			location: null,
		})),
	];
}

function staffed(
	random: Random,
	{ name, titles }: Department,
	size: number,
	head: Employee,
	hire: () => Employee,
): Employee[] {
	const placed = (level: number, manager: string): Employee => ({
		...hire(),
		title: titles[level - 1] ?? "",
		department: name,
		level,
		manager,
	});
	const chief = placed(6, head.id);
	const leads = Array.from({ length: Math.ceil((size - 1) / teamSize) }, () =>
		placed(5, chief.id),
	);
	const members = Array.from({ length: size - 1 - leads.length }, (_, n) =>
		placed(random.pick(memberLevels), (leads[n % leads.length] ?? chief).id),
	);
	return [chief, ...leads, ...members];
}

/** Two of three come from where the office is. */
function cultureAt(random: Random, { cultures }: Place): CultureName {
	const usual = cultures[0];
	return usual && random.chance(66) ? usual : random.pick(cultures);
}

const furtherLanguages = ["es", "fr", "de", "pt"];

/** English at work; often the language from home; sometimes a third. */
function languagesOf(random: Random, culture: CultureName): string[] {
	const home = cultures[culture].languages;
	const third = random.chance(12) ? [random.pick(furtherLanguages)] : [];
	const spoken = random.chance(40)
		? [...home, "en", ...third]
		: ["en", ...home, ...third];
	return [...new Set(spoken)];
}

const nineToFive = { start: "09:00", end: "17:00", days: null };
const usualHours: readonly Employee["hours"][] = [
	nineToFive,
	nineToFive,
	nineToFive,
	nineToFive,
	{ start: "08:00", end: "16:00", days: null },
	{ start: "10:00", end: "18:30", days: null },
	{ start: "07:30", end: "15:30", days: null },
	{ start: "08:30", end: "17:30", days: [1, 2, 3, 4] },
];

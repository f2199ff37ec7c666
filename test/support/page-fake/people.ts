import type { Person } from "../../../simulator/surface.ts";

const FIRST =
	"Ana Ben Chiara Dmitri Elif Femi Grace Hana Idris Jorge Kofi Léa Mateus Nadia Omar Priya Quinn Rosa".split(
		" ",
	);
const LAST =
	"Lima Okafor Rossi Novak Yılmaz Adeyemi Tanaka Haddad Weber Silva Mensah Dubois Costa Rahman Farouk Iyer".split(
		" ",
	);
const TITLES = [
	"Backend engineer",
	"Staff engineer, platform",
	"Product designer",
	"Engineering manager",
	"Data analyst",
	"People partner",
	"Solutions architect",
];

function person(id: string, name: string, title: string): Person {
	return {
		id,
		name,
		title,
		isBot: false,
		isGuest: false,
		isDeactivated: false,
	};
}

export const mentor: Person = {
	...person("U0MENTOR", "Mentor", ""),
	isBot: true,
};

/** As many as a demo workspace has, so that the search has work to do. */
export const people: Person[] = [
	...Array.from({ length: 288 }, (_, index) =>
		person(
			`U${1000 + index}`,
			`${FIRST[index % 18]} ${LAST[(index * 7 + Math.floor(index / 18)) % 16]}`,
			TITLES[index % TITLES.length] ?? "",
		),
	),
	person("U2001", "נועה לוי", "מנהלת מוצר"),
	{ ...person("U2002", "Gil Guest", "Contractor"), isGuest: true },
	{ ...person("U2003", "Olga Former", "Writer"), isDeactivated: true },
	mentor,
];

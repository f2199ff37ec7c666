import { blocks } from "./blocks.cases.ts";
import type { Samples } from "./case.ts";
import { charts } from "./charts.cases.ts";
import { composition } from "./composition.cases.ts";
import { elements } from "./elements.cases.ts";
import { inputs } from "./inputs.cases.ts";
import { menus } from "./menus.cases.ts";
import { richText } from "./rich-text.cases.ts";
import type { Subjects } from "./subject.ts";
import { surfaces } from "./surfaces.cases.ts";
import { table } from "./table.cases.ts";

/** Every object that has rules. */
export const subjects: Subjects = {
	...composition,
	...elements,
	...menus,
	...inputs,
	...richText,
	...blocks,
	...table,
	...charts,
	...surfaces,
};

export const samples: Samples = {
	least: (name) => {
		const subject = subjects[name];
		if (subject === undefined) throw new Error(`no cases for ${name}`);
		return subject.least;
	},
	typed: Object.values(subjects)
		.map(({ least }) => least)
		.filter(({ type }) => type !== undefined),
};

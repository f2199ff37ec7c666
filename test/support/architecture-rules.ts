import type { SourceFile } from "./source-files.ts";

/** A rule of the layout; its name is what a failure says first. */
export type Rule = {
	name: string;
	/** What to do about it. */
	mend: string;
	/** What breaks it in one file; [] when nothing does. */
	find(file: SourceFile): string[];
};

const base = ["slack", "db", "delivery", "scheduler", "threads", "time", "cli"];

/** Each slice may reach only those before it. */
const slices = [
	"workspaces",
	"programs",
	"enrollment",
	"mentorships",
	"matching",
	"goals",
	"meetings",
	"agenda",
	"introductions",
	"checkins",
	"reports",
	"privacy",
];

const longest = 250;

const sliceOf = (to: string) => /^src\/([^/]+)\//.exec(to)?.[1] ?? "";
const suffixOf = (to: string) => /\.(\w+)\.ts$/.exec(to)?.[1] ?? "";
const isIn = (folder: string) => (file: SourceFile) =>
	file.path.startsWith(`${folder}/`);
const inSrc = isIn("src");

/** Values in, values out: no suffix inside a slice, and all of time/. */
function isPure({ slice, suffix }: SourceFile): boolean {
	return slice === "time" || (slices.includes(slice) && suffix === "");
}

function found(file: SourceFile, pattern: RegExp): string[] {
	return [...file.bare.matchAll(pattern)].map(([match]) => match.trim());
}

function imported(
	{ imports }: SourceFile,
	test: (to: string, typesOnly: boolean) => boolean,
): string[] {
	return imports
		.filter(({ to, typesOnly }) => test(to, typesOnly))
		.map(({ to }) => to);
}

export const rules: Rule[] = [
	{
		name: "every folder of src has its place",
		mend: "name it in architecture-rules.ts, where its order says",
		find: ({ slice }) =>
			slice === "" || base.includes(slice) || slices.includes(slice)
				? []
				: [slice],
	},
	{
		name: "src stands alone",
		mend: "the image has no simulator and no tests: move what is shared to src",
		find: (file) =>
			imported(
				file,
				(to) =>
					inSrc(file) && /^(?:\.\.|simulator|bench|test|migrations)\//.test(to),
			),
	},
	{
		name: "the base knows no slice",
		mend: "pass what it needs from the feature or from app.ts",
		find: (file) =>
			imported(
				file,
				(to) => base.includes(file.slice) && slices.includes(sliceOf(to)),
			),
	},
	{
		name: "a slice reaches only those before it",
		mend: "turn the call around: let the later slice be given as a function",
		find: (file) =>
			imported(
				file,
				(to) =>
					slices.includes(file.slice) &&
					slices.indexOf(sliceOf(to)) > slices.indexOf(file.slice),
			),
	},
	{
		name: "the doors of a slice are its pure files, views and services",
		mend: "ask for it in a service of that slice",
		find: (file) =>
			imported(
				file,
				(to) =>
					slices.includes(file.slice) &&
					slices.includes(sliceOf(to)) &&
					sliceOf(to) !== file.slice &&
					["queries", "feature", "job"].includes(suffixOf(to)),
			),
	},
	{
		name: "pure files and views do no I/O",
		mend: "move the decision out of the file that does I/O; types may stay",
		find: (file) =>
			isPure(file) || file.suffix === "views"
				? imported(
						file,
						(to, typesOnly) =>
							!typesOnly &&
							["queries", "service", "feature", "job"].includes(suffixOf(to)),
					)
				: [],
	},
	{
		name: "pure files have no await, clock, chance or log",
		mend: "take the value as a parameter, or move it to the service",
		find: (file) =>
			isPure(file)
				? found(
						file,
						/\bawait\b|\bnew Date\(\s*\)|\bDate\.now\b|\bTemporal\.Now\b|\bperformance\b|\bMath\.random\b|\brandom(?:Bytes|UUID|Int)\b|\bnewId\b|\bconsole\b|\blog\.\w+/g,
					)
				: [],
	},
	{
		name: "only features and slack/ see Bolt",
		mend: "declare an entry in a feature; the gate hands it what came in",
		find: (file) =>
			inSrc(file) && file.slice !== "slack" && file.suffix !== "feature"
				? imported(file, (to) => to.startsWith("@slack/bolt"))
				: [],
	},
	{
		name: "only queries, db/ and migrations/ build queries",
		mend: "move the query to a .queries.ts file",
		find: (file) =>
			inSrc(file) && file.slice !== "db" && file.suffix !== "queries"
				? [
						...imported(file, (to) => to.split("/")[0] === "kysely"),
						...found(
							file,
							/\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(/g,
						),
					]
				: [],
	},
	{
		name: "only config.ts reads the environment",
		mend: "add a setting to config.ts; programs pass readConfig(process.env)",
		find: (file) =>
			inSrc(file)
				? found(
						file,
						/(?<!read(?:Database)?Config\()\bprocess\.env\b|\benv\b.*from ""/g,
					)
				: [],
	},
	{
		name: "only scheduler/ imports node-cron",
		mend: "declare a .job.ts; what is due is a row, cron is only a bell",
		find: (file) =>
			inSrc(file) && file.slice !== "scheduler"
				? imported(file, (to) => to === "node-cron")
				: [],
	},
	{
		name: "what runs in a thread is begun, not imported",
		mend: "give its URL to deps.threads; types may be imported",
		find: (file) =>
			imported(
				file,
				(to, typesOnly) => !typesOnly && suffixOf(to) === "thread",
			),
	},
	{
		name: "migrations import only Kysely",
		mend: "copy what it needs into it: it must never change with the code",
		find: (file) =>
			isIn("migrations")(file) ? imported(file, (to) => to !== "kysely") : [],
	},
	{
		name: "no barrels",
		mend: "import from the file that has it",
		find: (file) => {
			const passedOn = /\bexport\b[\w\s{},*$]*\bfrom ""/.test(file.bare);
			const own = file.bare.replace(
				/\b(?:import|export)\b[\w\s{},*$]*\bfrom "";?/g,
				"",
			);
			return passedOn && own.trim() === "" ? ["nothing of its own"] : [];
		},
	},
	{
		name: "no default exports",
		mend: "export it by its name",
		find: (file) =>
			// Jest takes these by their default export.
			/^test\/support\/(?:global-(?:setup|teardown)|test-(?:runner|sequencer))\.ts$/.test(
				file.path,
			)
				? []
				: found(file, /\bexport default\b|\bas default\b/g),
	},
	{
		name: "no any",
		mend: "say what it is, or unknown and parse it",
		find: (file) => found(file, /(?:[:<|&]|\bas)\s*any\b|\bany(?:>|\[\])/g),
	},
	{
		name: "file names are kebab-case",
		mend: "rename it: small letters, digits and hyphens",
		find: ({ path }) =>
			/^(?:[a-z\d]+(?:-[a-z\d]+)*\/)+[a-z\d]+(?:-[a-z\d]+)*(?:\.[a-z]+)?\.ts$/.test(
				path,
			)
				? []
				: [path],
	},
	{
		name: "suffixes are those of the table",
		mend: "use views, queries, service, feature, job, thread, or none",
		find: (file) =>
			inSrc(file) &&
			!["", "views", "queries", "service", "feature", "job", "thread"].includes(
				file.suffix,
			)
				? [file.suffix]
				: [],
	},
	{
		name: `no file over ${longest} lines`,
		mend: "split it along the seam a reader would name",
		find: (file) =>
			// Nobody reads on in a migration: it is written once.
			file.lines > longest && !isIn("migrations")(file)
				? [`${file.lines} lines`]
				: [],
	},
];

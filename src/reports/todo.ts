/** A program that is too small for numbers, as far as its managers see it. */
export type SmallProgram = {
	hasMentors: boolean;
	hasMentees: boolean;
	hasChannel: boolean;
	hasContact: boolean;
	hasDirectory: boolean;
	managers: number;
};

export type Todo =
	| "announce"
	| "mentors"
	| "mentees"
	| "channel"
	| "contact"
	| "manager"
	| "directory";

/** What would help it along, most important first. */
export function todosOf(program: SmallProgram): Todo[] {
	const { hasMentors, hasMentees, managers } = program;
	const open: [Todo, boolean][] = [
		["announce", true],
		["mentors", !hasMentors],
		["mentees", hasMentors && !hasMentees],
		["contact", !program.hasContact],
		["channel", !program.hasChannel],
		["manager", managers < 2],
		["directory", !program.hasDirectory],
	];
	return open.filter(([, isOpen]) => isOpen).map(([todo]) => todo);
}

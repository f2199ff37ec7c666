/** What a company keeps about its people, as columns of a CSV file. */
export const dataColumns = [
	"department",
	"level",
	"location",
	"manager",
] as const;
export type DataColumn = (typeof dataColumns)[number];

export const limits = {
	/** Of a department or location; Slack's menus show no more. */
	longest: 75,
	lowestLevel: 0,
	highestLevel: 99,
	/** What Slack's text field takes, in characters. */
	pasted: 3_000,
	rows: 50_000,
	bytes: 5_000_000,
};

/** The data of one person; `manager` is a Slack id. */
export type DirectoryData = {
	department: string | null;
	level: number | null;
	location: string | null;
	manager: string | null;
};

/** What a row wants: an absent column stays as it is, null is cleared. */
export type Wanted = Partial<DirectoryData>;

/** What is wrong with one row. */
export type Problem =
	| { is: "columns"; has: number; wants: number }
	| { is: "nobody" }
	| { is: "unknown" }
	| { is: "emailScope" }
	| { is: "twice"; line: number }
	| { is: "notAMember"; standing: "guest" | "bot" | "external" | "deactivated" }
	| { is: "level" }
	| { is: "tooLong"; column: "department" | "location" }
	| { is: "managerUnknown" }
	| { is: "managerIsBot" }
	| { is: "managerIsSelf" }
	/** Their managers lead back to them; `lines`: the others on the way. */
	| { is: "circle"; lines: number[] };

/** A row as it was read; whom it means is looked up later. */
export type ReadRow = {
	/** Where it begins, from 1. */
	line: number;
	/** A Slack id or an email; "" when the row names nobody. */
	who: string;
	/** `manager` as it is written: a Slack id or an email. */
	wanted: Wanted;
	problems: Problem[];
};

/** Why nothing of a text could be read. */
export type Unreadable =
	| { why: "empty" }
	| { why: "encoding" }
	| { why: "tooBig" }
	/** Slack does not hand the file out. */
	| { why: "file" }
	| { why: "filesScope" }
	| { why: "tooMany" }
	| { why: "quote"; line: number }
	| { why: "noPerson" }
	| { why: "noData" }
	| { why: "emailScope" }
	| { why: "columnTwice"; column: string };

/** An email, by the one thing a Slack id never has. */
export const isEmail = (text: string): boolean => text.includes("@");

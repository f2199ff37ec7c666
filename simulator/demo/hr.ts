import type { DemoPerson } from "./workspace.ts";

export const isInHr = ({ department, standing }: DemoPerson) =>
	department === "People" && standing === "member";

/** Runs the programs, and is an admin of the Slack workspace for that. */
export const leadsHr = (person: DemoPerson) =>
	isInHr(person) && person.level === 6;

import type { Standing } from "./slack-person.ts";

/** Someone in a workspace, as other slices see them. */
export type PersonRow = {
	personId: string;
	slackUserId: string;
	name: string;
	title: string;
	standing: Standing;
	zone: string;
	locale: string;
};

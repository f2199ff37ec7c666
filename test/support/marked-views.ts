import { features } from "../../src/features.ts";
import type { Entry } from "../../src/slack/feature.ts";
import { createTable } from "../../src/slack/table.ts";
import { managerId, markedTeam } from "./marked-world.ts";
import type { Marks } from "./marks.ts";
import { nameOf } from "./matrix-uses.ts";
import { post } from "./requests.ts";
import type { Act } from "./requests-payloads.ts";
import { samples } from "./samples.ts";
import type { Stage } from "./stage.ts";
import { until } from "./until.ts";

const lists = ["enrolled", "mentorships", "unreachable"];
const pages = ["0", "1", "2"];
/** Milliseconds; some acts have no answer. */
const patience = 1_000;
/** After these there is no manager any more, or another program. */
const ends = ["action programs:stepDown", "view programs:create"];

/** What somebody manages, by the entry point's policy; null: nothing. */
function managed({ policy }: Entry): string | null {
	if (policy.who === "related")
		return policy.as.includes("manager") ? policy.to : null;
	return /manager/.test(policy.who) ? "program" : null;
}

/** All that a manager can look at and get; no mark may be in any of it. */
export function createViews(stage: Stage, marks: Marks) {
	const { client, front } = stage;
	const sender = { team: markedTeam, user: managerId };
	/** `names`: pages on which somebody of the program stands. */
	const counts = { pages: 0, names: 0, entries: 0 };

	/**
	 * The marks in what comes back for this. What comes late, or not as an
	 * answer, is among all that was told, which is searched as well.
	 */
	async function leaksIn(act: Act): Promise<string[]> {
		const [request, thread] = stage.request(sender, act);
		const { body } = await post(stage.requestUrl, request);
		const about = Object.values(thread);
		const told =
			body === ""
				? await until(
						"an answer",
						() => front.told.find((one) => about.includes(one.about)),
						patience,
					).catch(() => undefined)
				: undefined;
		const said = body + JSON.stringify(told?.args ?? {});
		counts.pages += 1;
		if (said.includes("U0MENTEE")) counts.names += 1;
		return marks.leaks(said, null);
	}

	const idOf = async (kind: string): Promise<string> => {
		const { rows } = await client.query<{ id: string }>(
			`select ${kind}_id as id from ${kind} order by ${kind}_id limit 1`,
		);
		return rows[0]?.id ?? "01890a5d-ac96-774b-bcce-b302099a8057";
	};

	async function leaksAtHome(): Promise<string[]> {
		const before = front.told.length;
		const event = { type: "app_home_opened", tab: "home", channel: "D0" };
		await stage.perform(sender, { type: "event", event });
		counts.pages += 1;
		const home = await until("the manager's Home", () =>
			front.told
				.slice(before)
				.find(
					({ method, args }) =>
						method === "views.publish" && args.user_id === managerId,
				),
		);
		return marks.leaks(JSON.stringify(home.args), null);
	}

	return {
		counts,
		/** Marks in the report, the lists with all their pages, and Home. */
		async leaks(): Promise<string[]> {
			const program = await idOf("program");
			const found = await leaksAtHome();
			for (const text of ["", "report", "stats", "program", "programs"])
				found.push(...(await leaksIn({ type: "command", text })));
			for (const id of ["reports:make", "reports:requests"])
				found.push(
					...(await leaksIn({
						type: "action",
						id,
						in: "modal",
						value: program,
					})),
				);
			for (const list of lists)
				for (const value of pages)
					found.push(
						...(await leaksIn({
							...{ type: "action", id: "reports:more", in: "modal", value },
							meta: { program, list, only: null },
						})),
					);
			return found;
		},
		/** Marks in the answer of any entry point that a manager has. */
		async leaksAnywhere(): Promise<string[]> {
			const found: string[] = [];
			for (const entry of createTable(features).entries) {
				const kind = managed(entry);
				if (kind === null || ends.includes(nameOf(entry))) continue;
				const sample = samples[nameOf(entry)];
				if (!sample) throw new Error(`${nameOf(entry)} has no sample.`);
				counts.entries += 1;
				found.push(...(await leaksIn(sample.act(await idOf(kind)))));
			}
			return found;
		},
	};
}

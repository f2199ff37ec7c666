import type { Ids } from "../ids.ts";
import type { SlackTeam } from "../world.ts";
import type { AppCall, Transport } from "./call.ts";

/** Slack tries again at once, after one minute and after five. */
export const slackRetries = [0, 60_000, 300_000];

export type SlackEvent = { type: string; [key: string]: unknown };

export type Events = {
	/**
	 * Sends one event of the Events API, again until it is answered with 200
	 * or the tries are used up.
	 */
	send(team: SlackTeam, event: SlackEvent): Promise<void>;
	stop(): void;
};

export function createEvents(options: {
	appId: string;
	ids: Ids;
	now: () => number;
	send: Transport;
	/** Milliseconds before each further try. */
	retries: number[];
}): Events {
	const { appId, ids, now, send, retries } = options;
	const waiting = new Map<NodeJS.Timeout, () => void>();
	let stopped = false;

	function wait(ms: number): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(() => {
				waiting.delete(timer);
				resolve();
			}, ms);
			timer.unref();
			waiting.set(timer, resolve);
		});
	}

	return {
		async send(team, event) {
			const call: AppCall = {
				type: "events_api",
				name: event.type,
				what: `event ${event.type}`,
				team: team.id,
				payload: envelope(appId, team, event, ids.next("Ev"), now()),
			};
			let answer = await send(call);
			for (const [index, delay] of retries.entries()) {
				if (answer.ok || answer.noRetry || stopped) return;
				await wait(delay);
				if (stopped) return;
				const reason =
					answer.reason === "timeout" ? "http_timeout" : "http_error";
				answer = await send({ ...call, retry: { num: index + 1, reason } });
			}
		},
		stop() {
			stopped = true;
			for (const [timer, letGo] of waiting) {
				clearTimeout(timer);
				letGo();
			}
			waiting.clear();
		},
	};
}

function envelope(
	appId: string,
	team: SlackTeam,
	event: SlackEvent,
	event_id: string,
	now: number,
): Record<string, unknown> {
	const enterprise = team.enterpriseId ?? null;
	return {
		token: "simulator",
		team_id: team.id,
		context_team_id: team.id,
		context_enterprise_id: enterprise,
		api_app_id: appId,
		event: { event_ts: (now / 1000).toFixed(6), ...event },
		type: "event_callback",
		event_id,
		event_time: Math.floor(now / 1000),
		authorizations: [
			{
				enterprise_id: enterprise,
				team_id: team.id,
				user_id: team.botUserId,
				is_bot: true,
				is_enterprise_install: false,
			},
		],
		is_ext_shared_channel: false,
	};
}

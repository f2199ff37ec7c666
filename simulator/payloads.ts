import { nameInPayload } from "./conversations.ts";
import { messageObject } from "./messages.ts";
import type { Sim } from "./sim.ts";
import type { Spot } from "./spot.ts";
import type { StoredConversation, StoredMessage, TeamState } from "./state.ts";
import { viewObject } from "./views.ts";
import type { SlackUser } from "./world.ts";

type Payload = Record<string, unknown>;

/** What every interactive payload says about who, where and for which app. */
export function interactionBase(
	sim: Sim,
	{ team }: TeamState,
	user: SlackUser,
): Payload {
	const enterprise = team.enterpriseId
		? { id: team.enterpriseId, name: team.enterpriseId }
		: null;
	return {
		team: {
			id: team.id,
			domain: team.domain,
			...(enterprise && {
				enterprise_id: enterprise.id,
				enterprise_name: enterprise.name,
			}),
		},
		user: {
			id: user.id,
			username: user.name,
			name: user.name,
			team_id: user.team_id ?? team.id,
		},
		api_app_id: sim.world.appId,
		token: "simulator",
		enterprise,
		is_enterprise_install: false,
	};
}

export function commandPayload(
	sim: Sim,
	{ team }: TeamState,
	user: SlackUser,
	typed: { command: string; text: string; conversation: StoredConversation },
): Payload {
	const { command, text, conversation } = typed;
	return {
		token: "simulator",
		team_id: team.id,
		team_domain: team.domain,
		...(team.enterpriseId && {
			enterprise_id: team.enterpriseId,
			enterprise_name: team.enterpriseId,
		}),
		channel_id: conversation.id,
		channel_name: nameInPayload(conversation),
		user_id: user.id,
		user_name: user.name,
		command,
		text,
		api_app_id: sim.world.appId,
		is_enterprise_install: "false",
		response_url: responseUrl(sim, team.id, user.id, conversation, null),
		trigger_id: sim.triggers.issue({
			team: team.id,
			user: user.id,
			view: null,
		}),
	};
}

/** The part of block_actions and block_suggestion that says where it was. */
export function spotPayload(sim: Sim, state: TeamState, spot: Spot): Payload {
	if (spot.kind === "view")
		return {
			container: { type: "view", view_id: spot.view.id },
			view: viewObject(sim, state, spot.view),
		};
	const { conversation, message } = spot;
	const isEphemeral = message.ephemeralTo !== undefined;
	return {
		container: {
			type: "message",
			message_ts: message.ts,
			channel_id: conversation.id,
			is_ephemeral: isEphemeral,
		},
		channel: channelObject(conversation),
		...(!isEphemeral && { message: messageObject(sim, state, message) }),
		state: { values: spot.filled.values },
	};
}

export function channelObject(conversation: StoredConversation): Payload {
	return { id: conversation.id, name: nameInPayload(conversation) };
}

/** A fresh address for answers about this message, or to this command. */
export function responseUrl(
	sim: Sim,
	team: string,
	user: string,
	conversation: StoredConversation,
	message: StoredMessage | null,
): string {
	const path = sim.responseUrls.issue({
		team,
		user,
		conversation: conversation.id,
		message: message?.ts ?? null,
	});
	return sim.url() + path;
}

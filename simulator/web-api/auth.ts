import type { Method } from "./method.ts";

export const authTest: Method = {
	needs: [],
	perMinute: 600,
	run: ({ sim, state: { team } }) => ({
		url: `https://${team.domain}.slack.com/`,
		team: team.name,
		user: sim.world.appName.toLowerCase(),
		team_id: team.id,
		user_id: team.botUserId,
		bot_id: team.botId,
		...(team.enterpriseId && { enterprise_id: team.enterpriseId }),
		is_enterprise_install: false,
	}),
};

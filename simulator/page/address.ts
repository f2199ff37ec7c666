/** Who looks at what. It lives in the URL, so two tabs are two people. */
export type Address = {
	team: string | null;
	user: string | null;
	/** `home` or the id of a conversation. */
	open: string | null;
};

export function parseAddress(search: string): Address {
	const query = new URLSearchParams(search);
	return {
		team: query.get("team"),
		user: query.get("user"),
		open: query.get("open"),
	};
}

export function formatAddress({ team, user, open }: Address): string {
	const query = new URLSearchParams();
	if (team) query.set("team", team);
	if (user) query.set("user", user);
	if (open) query.set("open", open);
	return `?${query}`;
}

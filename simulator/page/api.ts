import type {
	Act,
	ActResult,
	Exchange,
	Person,
	Place,
	Suggestions,
	Surface,
} from "../surface.ts";

export type Team = { id: string; name: string; people: Person[] };

/** Who asks: every call says whose eyes and hands it stands for. */
export type Who = { team: string; user: string };

export type Asked = {
	place: Place;
	block_id: string;
	action_id: string;
	query: string;
};

export async function fetchTeams(): Promise<Team[]> {
	const { teams } = await read<{ teams: Team[] }>("/sim/teams");
	return teams;
}

export function fetchSurface({ team, user }: Who): Promise<Surface> {
	return read(`/sim/surface?${new URLSearchParams({ team, user })}`);
}

export function postAct(who: Who, act: Act): Promise<ActResult> {
	return post("/sim/act", { ...who, act });
}

export function postSuggest(who: Who, asked: Asked): Promise<Suggestions> {
	return post("/sim/suggest", { ...who, ...asked });
}

export function fetchExchanges(after: number): Promise<Exchange[]> {
	return read(`/sim/exchanges?${new URLSearchParams({ after: `${after}` })}`);
}

/** Calls back with each new version, and with `null` when the line drops. */
export function watchChanges(
	team: string,
	onVersion: (version: number | null) => void,
): () => void {
	const source = new EventSource(
		`/sim/changes?${new URLSearchParams({ team })}`,
	);
	source.onmessage = ({ data }) => {
		const { version } = JSON.parse(String(data)) as { version: number };
		onVersion(version);
	};
	source.onerror = () => onVersion(null);
	return () => source.close();
}

function read<T>(path: string): Promise<T> {
	return json(fetch(path));
}

function post<T>(path: string, body: object): Promise<T> {
	return json(
		fetch(path, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(body),
		}),
	);
}

async function json<T>(answer: Promise<Response>): Promise<T> {
	const response = await answer;
	if (!response.ok)
		throw new Error(`The simulator answered ${response.status}.`);
	return (await response.json()) as T;
}

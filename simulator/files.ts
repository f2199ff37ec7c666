import type { Sim } from "./sim.ts";
import type { StoredFile, TeamState } from "./state.ts";
import type { FileFacts } from "./surface.ts";

type NewFile = Pick<StoredFile, "name" | "user" | "size">;

/** A file that is known, and whose bytes are still to come. */
export function createFile(
	sim: Sim,
	state: TeamState,
	{ name, user, size }: NewFile,
): StoredFile {
	const file: StoredFile = {
		id: sim.ids.next("F"),
		name,
		title: name,
		user,
		size,
		created: Math.floor(sim.now() / 1000),
		content: null,
		stage: "waiting",
		shares: [],
	};
	state.files.set(file.id, file);
	return file;
}

export function contentOf({ content }: StoredFile): Buffer {
	return Buffer.from(content ?? "", "base64");
}

/** As a person sees it beside a message or in an input. */
export function factsOf(file: StoredFile): FileFacts {
	const { id, name, title, size } = file;
	return { id, name, title, size };
}

const types: Record<string, [mime: string, name: string]> = {
	csv: ["text/csv", "CSV"],
	ics: ["text/calendar", "Calendar file"],
	json: ["application/json", "JSON"],
	md: ["text/markdown", "Markdown"],
	pdf: ["application/pdf", "PDF"],
	png: ["image/png", "PNG"],
	txt: ["text/plain", "Plain Text"],
};

export function extensionOf(name: string): string {
	return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

export function mimeOf(name: string): string {
	return types[extensionOf(name)]?.[0] ?? "application/octet-stream";
}

/** Slack's file object, as in files.info, messages and file inputs. */
export function fileObject(
	sim: Sim,
	{ team, conversations }: TeamState,
	file: StoredFile,
): Record<string, unknown> {
	const { id, name, title, user, size, created, shares } = file;
	const extension = extensionOf(name);
	const at = `${sim.url()}/files-pri/${team.id}-${id}`;
	const shared = (isPrivate: boolean) => {
		const found = shares.filter(
			({ channel }) => conversations.get(channel)?.isPrivate === isPrivate,
		);
		return Object.fromEntries(
			found.map(({ channel, ts }) => [channel, [{ ts, team_id: team.id }]]),
		);
	};
	return {
		id,
		created,
		timestamp: created,
		name,
		title,
		mimetype: mimeOf(name),
		filetype: extension || "binary",
		pretty_type: types[extension]?.[1] ?? "Binary",
		user,
		user_team: team.id,
		editable: false,
		size,
		mode: "hosted",
		is_external: false,
		external_type: "",
		is_public: Object.keys(shared(false)).length > 0,
		public_url_shared: false,
		display_as_bot: false,
		username: "",
		url_private: `${at}/${encodeURIComponent(name)}`,
		url_private_download: `${at}/download/${encodeURIComponent(name)}`,
		permalink: `https://${team.domain}.slack.com/files/${user}/${id}/${encodeURIComponent(name)}`,
		shares: { public: shared(false), private: shared(true) },
		has_rich_preview: false,
		file_access: "visible",
	};
}

import type { ComponentChildren } from "preact";
import { h } from "preact";
import type { FileFacts } from "../surface.ts";
import { usePage } from "./context.ts";
import { html } from "./html.ts";
import { Icon } from "./icon.ts";

/** A file in a message, to be downloaded. */
export function Attachment({ file }: { file: FileFacts }): ComponentChildren {
	const { who } = usePage().session;
	const { id, name, title, size } = file;
	const query = new URLSearchParams({ ...who, file: id });
	return html`<a class="file" href=${`/sim/file?${query}`} download=${name}>
		${h(Icon, { name: "file" })}
		<bdi class="file-name">${title}</bdi>
		<small>${sizeInWords(size)}</small>
	</a>`;
}

export function sizeInWords(bytes: number): string {
	if (bytes < 1000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
	const [unit, divisor] = bytes < 999_950 ? ["KB", 1e3] : ["MB", 1e6];
	return `${(bytes / divisor).toFixed(1).replace(/\.0$/, "")} ${unit}`;
}

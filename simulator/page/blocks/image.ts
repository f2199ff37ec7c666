import type { ImageBlock, ImageElement } from "@slack/types";
import { type ComponentChildren, h } from "preact";
import { html } from "../html.ts";
import { PlainText } from "../text/plain.ts";

export function Image({ block }: { block: ImageBlock }): ComponentChildren {
	return html`<figure class="block-image">
		${
			block.title &&
			html`<figcaption>${h(PlainText, { text: block.title.text })}</figcaption>`
		}
		${h(Picture, { image: block, className: "picture" })}
	</figure>`;
}

/**
 * Only what is on this machine is loaded, as the bar at the top promises; any
 * other picture is a frame with its description.
 */
export function Picture({
	image,
	className,
}: {
	image: ImageBlock | ImageElement;
	className: string;
}): ComponentChildren {
	const url = "image_url" in image ? image.image_url : "";
	if (isHere(url))
		return html`<img class=${className} src=${url} alt=${image.alt_text} />`;
	return html`<span
		class="${className} picture-frame"
		role="img"
		aria-label=${image.alt_text}
		title=${url}
	>
		${image.alt_text}
	</span>`;
}

function isHere(url: string): boolean {
	const here = ["127.0.0.1", "localhost", location.hostname];
	return URL.canParse(url) && here.includes(new URL(url).hostname);
}

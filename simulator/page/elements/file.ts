import type { FileInput } from "@slack/types";
import { type ComponentChildren, h } from "preact";
import { Chip } from "../chip.ts";
import { usePage, useStage } from "../context.ts";
import type { Control } from "../control.ts";
import { html } from "../html.ts";
import { filesIn } from "../values.ts";

/** The browser's own file chooser; what was chosen is sent at once. */
export function FileField({
	block,
	element,
	control,
}: {
	block: string;
	element: FileInput;
	control: Control;
}): ComponentChildren {
	const { session } = usePage();
	const { place } = useStage();
	const { naming } = control;
	const { type, action_id = "", filetypes, max_files = 10 } = element;
	const held = filesIn(control.value);
	const add = async (chooser: HTMLInputElement) => {
		const files = await Promise.all([...(chooser.files ?? [])].map(asSent));
		// The same file may be chosen again after it was taken out.
		chooser.value = "";
		if (files.length === 0) return;
		const at = { place, block_id: block, action_id };
		await session.act({ type: "upload", ...at, files });
	};
	return html`<div class="file-field">
		<input
			id=${naming.id}
			class="field"
			type="file"
			multiple=${max_files > 1}
			accept=${filetypes?.map((each) => `.${each}`).join()}
			aria-label=${naming.name}
			aria-labelledby=${naming.labelledBy}
			aria-describedby=${naming.describedBy}
			aria-required=${naming.required}
			aria-invalid=${naming.invalid}
			data-autofocus=${naming.autofocus || null}
			onChange=${(event: Event) =>
				void add(event.currentTarget as HTMLInputElement)}
		/>
		<p class="file-chosen" role="status">
			${held.map(({ id, name }) =>
				h(Chip, {
					key: id,
					name,
					onRemove: () =>
						control.change({
							type,
							files: held.filter((each) => each.id !== id),
						}),
				}),
			)}
		</p>
	</div>`;
}

/** A file as an act carries it: its name, and its content as base64. */
function asSent(file: File): Promise<{ name: string; content: string }> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => {
			const [, content = ""] = String(reader.result).split(",");
			resolve({ name: file.name, content });
		};
		reader.onerror = () => reject(reader.error);
		reader.readAsDataURL(file);
	});
}

import type {
	ActionsBlock,
	Button,
	ContextBlock,
	DividerBlock,
	HeaderBlock,
	KnownBlock,
	ModalView,
	MrkdwnElement,
	Overflow,
	PlainTextElement,
	SectionBlock,
	StaticSelect,
	UsersSelect,
} from "@slack/types";
import { cut, cutMrkdwn, type Mrkdwn } from "./mrkdwn.ts";

/** One message: `text` is the notification and what screen readers read. */
export type Message = {
	text: Mrkdwn;
	blocks: KnownBlock[];
	/** Instead, where Slack refuses blocks as new as charts. */
	plainer?: KnownBlock[];
};

/** `name` has nothing private, as Slack shows it; `content` is never empty. */
export type OutgoingFile = { name: string; content: string | Buffer };
/**
 * A file with the sentence that brings it, which is its notification as well:
 * Slack shows no blocks beside a file that comes with words.
 */
export type FileMessage = { text: Mrkdwn; file: OutgoingFile };
export type Modal = ModalView;

export function plainText(text: string, max: number): PlainTextElement {
	return { type: "plain_text", text: cut(text, max), emoji: false };
}

/** `verbatim` keeps Slack from turning bare addresses into links. */
function mrkdwn(text: Mrkdwn): MrkdwnElement {
	return {
		type: "mrkdwn",
		text: cutMrkdwn(text, 3000).mrkdwn,
		verbatim: true,
	};
}

export function header(text: string): HeaderBlock {
	return { type: "header", text: plainText(text, 150) };
}

export function section(
	text: Mrkdwn,
	accessory?: Button | StaticSelect | UsersSelect,
): SectionBlock {
	return {
		type: "section",
		text: mrkdwn(text),
		...(accessory && { accessory }),
	};
}

export function context(...texts: Mrkdwn[]): ContextBlock {
	return { type: "context", elements: texts.map(mrkdwn) };
}

export function divider(): DividerBlock {
	return { type: "divider" };
}

/** Ids of the buttons of one block must differ; Slack takes 25 of them. */
export function actions(...elements: (Button | Overflow)[]): ActionsBlock {
	return { type: "actions", elements };
}

/** What one does once in a while, behind three dots; at most five things. */
export function overflow(
	id: string,
	choices: { value: string; label: string }[],
): Overflow {
	return {
		type: "overflow",
		action_id: id,
		options: choices.map(({ value, label }) => ({
			text: plainText(label, mostInButton),
			value,
		})),
	};
}

/** Slack's limit for what stands on a button, and for what is read out. */
export const mostInButton = 75;

export type ButtonOptions = {
	label: string;
	/** `<slice>:<verb>`, as a feature declares it. */
	id: string;
	/** An opaque id; the truth is read again when it is tapped. */
	value?: string;
	style?: "primary" | "danger";
	/** Asked before the tap counts, for what cannot be undone. */
	confirm?: { title: string; text: string; yes: string; no: string };
	/** What a screen reader says where the label alone is not enough. */
	spoken?: string;
};

export function button(options: ButtonOptions): Button {
	const { confirm } = options;
	return {
		type: "button",
		text: plainText(options.label, mostInButton),
		action_id: options.id,
		...(options.value !== undefined && { value: options.value }),
		...(options.style && { style: options.style }),
		...(options.spoken && {
			accessibility_label: cut(options.spoken, mostInButton),
		}),
		...(confirm && {
			confirm: {
				title: plainText(confirm.title, 100),
				text: plainText(confirm.text, 300),
				confirm: plainText(confirm.yes, 30),
				deny: plainText(confirm.no, 30),
			},
		}),
	};
}

export type ModalOptions = {
	/** `<slice>:<verb>`, as a feature declares it. */
	id: string;
	title: string;
	submit?: string;
	close: string;
	blocks: KnownBlock[];
	/** Ids only, never text; comes back with every act in the modal. */
	metadata?: Record<string, string | number | boolean | null>;
};

export function modal(options: ModalOptions): Modal {
	return {
		type: "modal",
		callback_id: options.id,
		title: plainText(options.title, 24),
		...(options.submit && { submit: plainText(options.submit, 24) }),
		close: plainText(options.close, 24),
		private_metadata: JSON.stringify(options.metadata ?? {}),
		blocks: options.blocks,
	};
}

/** The handful the page draws; every other shortcode stays as typed. */
const EMOJI: Record<string, string> = {
	"+1": "👍",
	bulb: "💡",
	calendar: "📅",
	eyes: "👀",
	handshake: "🤝",
	heart: "❤️",
	seedling: "🌱",
	star: "⭐",
	tada: "🎉",
	thumbsup: "👍",
	warning: "⚠️",
	wave: "👋",
	white_check_mark: "✅",
	x: "❌",
};

export function emojiIn(text: string): string {
	return text.replace(/:([a-z0-9_+-]+):/g, (all, name: string) =>
		Object.hasOwn(EMOJI, name) ? (EMOJI[name] ?? all) : all,
	);
}

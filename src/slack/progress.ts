/** Shows how far something is, now and then, and never after its end. */
export type ProgressShow<T> = {
	/** Draws it, unless the last one was drawn a moment ago. */
	report(how: T): void;
	/** Resolves when nothing is being drawn. */
	rest(): Promise<void>;
};

/** `everyMs`: at least so long between two drawings. */
export function showProgress<T>(
	draw: (how: T) => Promise<unknown>,
	{ now, everyMs = 1_000 }: { now: () => Date; everyMs?: number },
): ProgressShow<T> {
	let next = now().getTime() + everyMs;
	let drawing: Promise<unknown> | null = null;
	return {
		report(how) {
			if (drawing || now().getTime() < next) return;
			drawing = draw(how).finally(() => {
				next = now().getTime() + everyMs;
				drawing = null;
			});
		},
		async rest() {
			await drawing;
		},
	};
}

export const slackIdOf = (index: number) =>
	`U1${String(index).padStart(6, "0")}`;

/** A CSV file of so many people, each ten reporting to one. */
export function rowsOf(
	count: number,
	{ level, badEach = 0 }: { level: number; badEach?: number },
): string {
	const lines = Array.from({ length: count }, (_, index) => {
		const manager = index === 0 ? "" : slackIdOf(Math.floor((index - 1) / 10));
		const isBad = badEach > 0 && index % badEach === 0;
		const its = isBad ? "high" : level + (index % 6);
		return `${slackIdOf(index)},"Department ${index % 40}, north",${its},Lisbon,${manager}`;
	});
	return ["slack_id,department,level,location,manager", ...lines].join("\n");
}

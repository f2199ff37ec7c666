/** How a week's planning went; bytes. */
export type Week = {
	ms: number;
	/** Of that, the planner's own work; the rest is Postgres. */
	cpuMs: number;
	looks: number;
	/** What was kept after a day, once the rubbish was out. */
	heap: number;
	rss: number;
};

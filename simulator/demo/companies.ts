import type { PlaceName } from "./places.ts";

export type Company = {
	readonly name: string;
	readonly domain: string;
	/** The first is where the head of the company sits. */
	readonly places: readonly PlaceName[];
	/** People by department, its head included. */
	readonly sizes: Readonly<Record<string, number>>;
	readonly guests: number;
	readonly bots: readonly string[];
	readonly deactivated: number;
	/** Of 100 who could join, so many have, and no more than so many in all. */
	readonly joined: { readonly percent: number; readonly most: number };
	/** Who has had a mentor for a while. */
	readonly pairs: number;
	/** Whether the people to try the bot as work here. */
	readonly personas: boolean;
};

/** Two of some size, and two whose programs are small or have just begun. */
export const companies: readonly Company[] = [
	{
		name: "Marlow Systems",
		domain: "marlow-systems",
		places: [
			"berlin",
			"madrid",
			"warsaw",
			"london",
			"newYork",
			"sanFrancisco",
			"saoPaulo",
			"bengaluru",
			"cairo",
			"stJohns",
		],
		sizes: {
			Engineering: 64,
			Data: 24,
			Product: 18,
			Design: 16,
			"Customer Support": 28,
			Sales: 28,
			Marketing: 18,
			People: 12,
			Finance: 14,
			Operations: 14,
		},
		guests: 5,
		bots: ["Build Watcher", "Lunch Menu"],
		deactivated: 5,
		joined: { percent: 62, most: Number.POSITIVE_INFINITY },
		pairs: 40,
		personas: true,
	},
	{
		name: "Ternwater Logistics",
		domain: "ternwater",
		places: [
			"rotterdam",
			"montreal",
			"stJohns",
			"nairobi",
			"kathmandu",
			"tokyo",
			"adelaide",
		],
		sizes: {
			Engineering: 22,
			Product: 8,
			Design: 7,
			"Customer Support": 18,
			Sales: 14,
			People: 7,
			Finance: 8,
			Operations: 20,
		},
		guests: 3,
		bots: ["Dock Alerts"],
		deactivated: 3,
		joined: { percent: 62, most: Number.POSITIVE_INFINITY },
		pairs: 12,
		personas: false,
	},
	{
		name: "Pebble Studio",
		domain: "pebble-studio",
		places: ["montreal", "london"],
		sizes: { Design: 9, Engineering: 6, People: 3 },
		guests: 0,
		bots: [],
		deactivated: 0,
		joined: { percent: 100, most: 12 },
		pairs: 4,
		personas: false,
	},
	{
		name: "Larkfield Foods",
		domain: "larkfield",
		places: ["adelaide"],
		sizes: { Operations: 8, Sales: 5, People: 3 },
		guests: 0,
		bots: [],
		deactivated: 0,
		joined: { percent: 100, most: 4 },
		pairs: 0,
		personas: false,
	},
];

import {
	type Act,
	choice,
	type Place,
	type TypedForm,
} from "./requests-payloads.ts";

/** An entry point used as it is meant, with the id it takes, if any. */
export type Sample = {
	/** "uuid": an id of ours; "person": Slack's id of someone. */
	takes?: "uuid" | "person" | "topic";
	act: (id: string) => Act;
};

export const command = (text: string): Sample => ({
	act: () => ({ type: "command", text }),
});

export const button = (id: string, place: Place): Sample => ({
	act: () => ({ type: "action", id, in: place }),
});

/** A button whose value is an id. */
export const buttonFor = (id: string, place: Place): Sample => ({
	takes: "uuid",
	act: (value) => ({ type: "action", id, in: place, value }),
});

export const joinForm = (topic?: string): TypedForm => ({
	role: choice("both"),
	wanted: topic ? [topic] : ["own:Kite flying"],
	offered: ["own:Juggling"],
	goal: "I want to fly higher",
	offer: "I keep five balls in the air",
});

/** Someone of the cast, as Slack tells of a change. */
export const user = {
	id: "U0STRANGER",
	name: "stranger",
	real_name: "Someone renamed",
	tz: "Europe/Lisbon",
	profile: { title: "Pilot" },
};

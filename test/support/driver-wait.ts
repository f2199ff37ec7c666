import type {
	Act,
	ActResult,
	Query,
	Suggestions,
	Surface,
} from "../../simulator/surface.ts";
import { readScreen } from "./driver-screen.ts";

/** What one person is given of the simulator. */
export type Seat = {
	surface(): Surface;
	act(act: Act): Promise<ActResult>;
	suggest(query: Query): Promise<Suggestions>;
	/** The content of a file the person sees. */
	file(id: string): Buffer | undefined;
	/** Calls back after each change; returns the way to stop. */
	onChange(listener: () => void): () => void;
};

/** Resolves with what `find` gives, asked again after each change. */
export function waiter(id: string, seat: Seat, deadline: number) {
	return <T>(what: string, find: () => T | undefined): Promise<T> =>
		new Promise((resolve, reject) => {
			const stop = seat.onChange(look);
			const timer = setTimeout(() => {
				stop();
				const screen = readScreen(seat.surface());
				reject(new Error(`${id}: no ${what}\n\n${screen}`));
			}, deadline);
			function look() {
				const found = find();
				if (found === undefined) return;
				stop();
				clearTimeout(timer);
				resolve(found);
			}
			look();
		});
}

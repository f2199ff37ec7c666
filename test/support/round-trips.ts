import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

export type RoundTrips = {
	/** The database's own address by way of the count. */
	url: string;
	/** Round trips so far, of all connections together. */
	count(): number;
	/** Resolves when nothing has been on its way for a while. */
	quiet(): Promise<void>;
	stop(): Promise<void>;
};

/**
 * Stands before Postgres and counts how often anyone waited for it: what is
 * sent while an answer is due shares its round trip. Answers are held back for
 * `delay` milliseconds, so that what is sent together is seen together.
 */
export async function countRoundTrips(
	databaseUrl: string,
	delay: number,
): Promise<RoundTrips> {
	const target = new URL(databaseUrl);
	const sockets = new Set<Socket>();
	let trips = 0;
	let lastHeard = performance.now();

	const server = createServer((client) => {
		const database = connect(Number(target.port), target.hostname);
		const close = () => {
			client.destroy();
			database.destroy();
		};
		for (const socket of [client, database]) {
			sockets.add(socket);
			socket.setNoDelay(true);
			socket.on("error", close).on("close", () => {
				sockets.delete(socket);
				close();
			});
		}
		let isDue = false;
		client.on("data", (chunk) => {
			lastHeard = performance.now();
			if (!isDue) {
				isDue = true;
				trips += 1;
			}
			database.write(chunk);
		});
		let held: Buffer[] = [];
		database.on("data", (chunk) => {
			held.push(chunk);
			if (held.length > 1) return;
			wait(delay).then(() => {
				lastHeard = performance.now();
				const answer = Buffer.concat(held);
				held = [];
				isDue = false;
				if (client.writable) client.write(answer);
			});
		});
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	const url = new URL(databaseUrl);
	if (typeof address === "object" && address)
		url.host = `127.0.0.1:${address.port}`;

	return {
		url: url.href,
		count: () => trips,
		async quiet() {
			while (performance.now() - lastHeard < 5 * delay) await wait(delay);
		},
		async stop() {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, "close");
		},
	};
}

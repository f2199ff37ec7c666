import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** How the way to the database is at present. */
export type Weather =
	| "fine"
	/** Connections are cut, and new ones refused. */
	| "refused"
	/** Connections stay, and nothing comes back. */
	| "silent"
	/** Milliseconds that each round trip takes longer. */
	| { delay: number };

export type DatabaseProxy = {
	/** The database's own address by way of the proxy. */
	url: string;
	turn(weather: Weather): Promise<void>;
	stop(): Promise<void>;
};

/** Stands between the bot and Postgres, and can fail as networks do. */
export async function startDatabaseProxy(
	databaseUrl: string,
): Promise<DatabaseProxy> {
	const target = new URL(databaseUrl);
	const sockets = new Set<Socket>();
	let weather: Weather = "fine";
	let port = 0;
	let server: Server | null = null;
	// Ends with the weather: what was held back is let go then.
	let changing = new AbortController();

	async function listen() {
		server = createServer(serve).listen(port, "127.0.0.1");
		await once(server, "listening");
		const address = server.address();
		if (typeof address === "object" && address) port = address.port;
	}

	async function cut() {
		const closing = server;
		server = null;
		for (const socket of sockets) socket.destroy();
		if (!closing) return;
		closing.close();
		await once(closing, "close");
	}

	function serve(client: Socket) {
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
		// The whole delay is on the way there: it is the round trip that counts.
		pass(client, database, () =>
			typeof weather === "object" ? weather.delay : 0,
		);
		pass(database, client, () => 0);
	}

	/** Hands on what comes, in order and so much later. */
	function pass(from: Socket, to: Socket, delay: () => number) {
		let last = Promise.resolve();
		from.on("data", (chunk) => {
			if (weather === "silent") return;
			const due = performance.now() + delay();
			last = last.then(async () => {
				const left = due - performance.now();
				const { signal } = changing;
				if (left > 0) await wait(left, undefined, { signal }).catch(() => {});
				if (to.writable) to.write(chunk);
			});
		});
	}

	await listen();
	const url = new URL(databaseUrl);
	url.host = `127.0.0.1:${port}`;
	return {
		url: url.href,
		async turn(next) {
			const before = weather;
			weather = next;
			changing.abort();
			changing = new AbortController();
			if (next === "refused") await cut();
			// What was swallowed is gone: such a connection can only be dropped.
			else if (before === "silent")
				for (const socket of sockets) socket.destroy();
			if (next !== "refused" && server === null) await listen();
		},
		stop: cut,
	};
}

import type { Logger } from "pino";
import type { Config } from "./config.ts";
import type { Cipher } from "./db/cipher.ts";
import type { Db } from "./db/database.ts";
import type { SlackClients } from "./slack/clients.ts";
import type { Threads } from "./threads/threads.ts";

/** What every service, feature and job works with. */
export type Deps = {
	db: Db;
	cipher: Cipher;
	slack: SlackClients;
	threads: Threads;
	log: Logger;
	now: () => Date;
	config: Config;
};

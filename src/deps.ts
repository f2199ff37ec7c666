import type { Logger } from "pino";
import type { Config } from "./config.ts";
import type { Cipher } from "./db/cipher.ts";
import type { Db } from "./db/database.ts";
import type { SlackClients } from "./slack/clients.ts";

/** What every service, feature and job works with. */
export type Deps = {
	db: Db;
	cipher: Cipher;
	slack: SlackClients;
	log: Logger;
	now: () => Date;
	config: Config;
};

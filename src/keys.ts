import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "./config.ts";
import { type CipherKeys, parseKey } from "./db/cipher.ts";

/** The configured keys, or one kept in the data folder for local use. */
export function loadKeys(config: Config, log: Logger): CipherKeys {
	if (config.encryptionKeys) return config.encryptionKeys;
	const path = join(config.dataDir, "encryption.key");
	if (!existsSync(path)) {
		mkdirSync(config.dataDir, { recursive: true });
		const key = `${randomBytes(32).toString("base64")}\n`;
		writeFileSync(path, key, { mode: 0o600, flag: "wx" });
		log.warn("ENCRYPTION_KEYS is not set: a key is kept in DATA_DIR");
	}
	const key = parseKey(readFileSync(path, "utf8"));
	return { current: "local", keys: { local: key } };
}

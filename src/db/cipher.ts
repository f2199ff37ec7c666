import {
	createCipheriv,
	createDecipheriv,
	createHmac,
	hkdfSync,
	randomBytes,
} from "node:crypto";

/** Where a sealed value lives; it opens nowhere else. */
export type Place = {
	workspaceId: string;
	table: string;
	column: string;
	/** The row's id; for a row without one, its key within the workspace. */
	id: string;
};

export type CipherKeys = {
	/** Id of the key that seals new values. */
	current: string;
	/** 32 bytes each, by id (1 to 8 of a-z and 0-9); older keys only open. */
	keys: Record<string, Buffer>;
};

export type Cipher = {
	/** Encrypts text for one column of one row. */
	seal(place: Place, text: string): Buffer;
	/** The text again; throws a CipherError, which never carries the text. */
	open(place: Place, sealed: Uint8Array): string;
	/**
	 * HMAC-SHA256 as 64 hex digits: stands for an erased person's id in keys that
	 * must stay unique. It changes when the current key does, so old hashes cannot
	 * be recomputed after a rotation, which is what erasing wants.
	 */
	keyedHash(workspaceId: string, value: string): string;
};

export class CipherError extends Error {
	override name = "CipherError";
}

// A sealed value: format, length of the key id, key id, nonce, tag, ciphertext.
const format = 1;
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const keyIdPattern = /^[a-z0-9]{1,8}$/;

/** Reads a key from base64; throws when it is not exactly 32 bytes. */
export function parseKey(base64: string): Buffer {
	const text = base64.trim();
	const key = Buffer.from(text, "base64");
	if (key.length !== keyBytes || key.toString("base64") !== text) {
		throw new CipherError(
			"A key is 32 random bytes in base64: openssl rand -base64 32",
		);
	}
	return key;
}

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits: good for 2^32
 * values under one key. The place is authenticated along with the text, so a
 * value moved to another row, column or workspace does not open.
 */
export function createCipher({ current, keys }: CipherKeys): Cipher {
	for (const [id, key] of Object.entries(keys)) {
		if (!keyIdPattern.test(id)) {
			throw new CipherError(`Key id "${id}" is not 1 to 8 of a-z and 0-9`);
		}
		if (key.length !== keyBytes) {
			throw new CipherError(`Key ${id} is not 32 bytes long`);
		}
	}
	const currentKey = keys[current];
	if (!currentKey) {
		throw new CipherError(`There is no key with the current id "${current}"`);
	}
	// One key for one purpose: hashing never uses the encryption key itself.
	const hashKey = Buffer.from(
		hkdfSync("sha256", currentKey, "", "mentor keyed hash", keyBytes),
	);

	return {
		seal(place, text) {
			const header = headerOf(current);
			const nonce = randomBytes(nonceBytes);
			const gcm = createCipheriv("aes-256-gcm", currentKey, nonce);
			gcm.setAAD(associatedData(header, place));
			const body = Buffer.concat([gcm.update(text, "utf8"), gcm.final()]);
			return Buffer.concat([header, nonce, gcm.getAuthTag(), body]);
		},

		open(place, sealed) {
			const where = `${place.table}.${place.column}`;
			const nonceStart = 2 + (sealed[1] ?? 0);
			const tagStart = nonceStart + nonceBytes;
			const bodyStart = tagStart + tagBytes;
			const id = Buffer.from(sealed.subarray(2, nonceStart)).toString("latin1");
			// What is not sealed may be plain text: only a well-formed id is named.
			if (
				sealed[0] !== format ||
				sealed.length < bodyStart ||
				!keyIdPattern.test(id)
			) {
				throw new CipherError(`A value in ${where} is not a sealed one`);
			}
			const key = keys[id];
			if (!key) {
				throw new CipherError(
					`A value in ${where} needs key "${id}", which is not configured`,
				);
			}
			const nonce = sealed.subarray(nonceStart, tagStart);
			const gcm = createDecipheriv("aes-256-gcm", key, nonce, {
				authTagLength: tagBytes,
			});
			gcm.setAAD(associatedData(sealed.subarray(0, nonceStart), place));
			gcm.setAuthTag(sealed.subarray(tagStart, bodyStart));
			const text = gcm.update(sealed.subarray(bodyStart));
			try {
				return Buffer.concat([text, gcm.final()]).toString("utf8");
			} catch {
				throw new CipherError(
					`A value in ${where} was changed, moved, or sealed with another key`,
				);
			}
		},

		keyedHash(workspaceId, value) {
			const message = JSON.stringify([workspaceId, value]);
			return createHmac("sha256", hashKey).update(message).digest("hex");
		},
	};
}

function headerOf(keyId: string): Buffer {
	const id = Buffer.from(keyId, "latin1");
	return Buffer.concat([Buffer.from([format, id.length]), id]);
}

/** JSON of a list is unambiguous: no two places share it. */
function associatedData(header: Uint8Array, place: Place): Buffer {
	const { workspaceId, table, column, id } = place;
	const names = JSON.stringify([workspaceId, table, column, id]);
	return Buffer.concat([header, Buffer.from(names, "utf8")]);
}

/** A network failure or an answer nobody can read; `code` says which. */
export class CallFailed extends Error {
	override name = "CallFailed";
	readonly code: string;

	constructor(code: string) {
		super(code);
		this.code = code;
	}
}

type Init = Parameters<typeof fetch>[1];

/**
 * fetch for the sender's WebClient. It reads the whole answer, so that half a
 * body or a page of HTML is an unknown outcome and not an error of Slack's;
 * it keeps the code of a network failure, which says whether anything was
 * sent; and it gives a 429 without a Retry-After one. `mayBegin` is asked last
 * of all, when nothing has left the machine yet.
 */
export function createSenderFetch(mayBegin: () => boolean = () => true) {
	return async (url: string | URL, init?: Init): Promise<Response> => {
		if (!mayBegin()) throw new CallFailed("TOO_LATE");
		let response: Response;
		let body: string;
		try {
			response = await fetch(url, init);
			body = await response.text();
		} catch (error) {
			throw new CallFailed(networkCode(error) ?? "NETWORK");
		}
		const headers = new Headers(response.headers);
		// The body is read and plain by now.
		headers.delete("content-encoding");
		headers.delete("content-length");
		const { status } = response;
		if (status === 429 && !(Number(headers.get("retry-after")) > 0))
			headers.set("retry-after", "30");
		if (status === 200 && !isJsonObject(body))
			throw new CallFailed("UNREADABLE");
		return new Response(body, { status, headers });
	};
}

function isJsonObject(text: string): boolean {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === "object" && value !== null;
	} catch {
		return false;
	}
}

/** fetch wraps the socket's error, at times more than once. */
export function networkCode(error: unknown, depth = 0): string | undefined {
	if (depth > 4 || typeof error !== "object" || error === null)
		return undefined;
	const { code, cause, errors } = error as {
		code?: unknown;
		cause?: unknown;
		errors?: unknown[];
	};
	if (typeof code === "string") return code;
	return networkCode(cause ?? errors?.[0], depth + 1);
}

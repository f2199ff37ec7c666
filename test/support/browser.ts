import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/google-chrome"];

const ARGS = [
	"--headless",
	"--no-sandbox",
	"--disable-gpu",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

export const HOW_TO_INSTALL =
	"No Chromium found. Install it (apt-get install chromium) or set CHROMIUM_PATH.";

/** Where Chromium is on this machine; `CHROMIUM_PATH` goes first. */
export function findChromium(): string | null {
	const named = process.env.CHROMIUM_PATH;
	if (named) return named;
	return PLACES.find((path) => existsSync(path)) ?? null;
}

/** Starts Chromium; throws when there is none. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
	const executablePath = findChromium();
	if (!executablePath) throw new Error(HOW_TO_INSTALL);
	return chromium.launch({ executablePath, args: ARGS });
}

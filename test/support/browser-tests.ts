import { afterAll, beforeAll, describe, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { findChromium, HOW_TO_INSTALL, launchChromium } from "./browser.ts";

/**
 * A group of tests that share one Chromium. Without one they are passed over
 * with a line on the console; under CI that is a failure.
 */
export function describeInChromium(
	name: string,
	tests: (browser: () => Browser) => void,
): void {
	if (!findChromium() && !process.env.CI) {
		process.stderr.write(`Passed over: ${name}. ${HOW_TO_INSTALL}\n`);
		describe.skip(name, () => test("needs Chromium", () => {}));
		return;
	}
	describe(name, () => {
		let browser: Browser | undefined;
		beforeAll(async () => {
			browser = await launchChromium();
		});
		afterAll(() => browser?.close());
		tests(() => {
			if (!browser) throw new Error(HOW_TO_INSTALL);
			return browser;
		});
	});
}

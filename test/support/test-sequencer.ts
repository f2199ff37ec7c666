import { createRequire } from "node:module";
import path from "node:path";

/** The part of a test file that its place in the run depends on. */
type Test = { path: string; duration?: number };
type Sequencer = { sort(tests: Test[]): Test[] };

const require = createRequire(import.meta.url);
const {
	default: Usual,
}: { default: new () => Sequencer } = require("@jest/test-sequencer");

/** What takes long, the longest first: begun last, all else would wait for it. */
const long = [
	"slack/matrix",
	"stories/any-text",
	"slack/outage",
	"demo",
	"stories/agreement",
	"simulator/page-browser",
	"scheduler/clock-change",
	"chaos/chaos",
].map((name) => path.join("test", `${name}.test.ts`));

const placeOf = ({ path: file }: Test): number => {
	const place = long.findIndex((name) => file.endsWith(name));
	return place < 0 ? long.length : place;
};

/** Jest's own order, which on a new machine knows nothing but sizes. */
export default class TestSequencer extends Usual {
	override sort(tests: Test[]): Test[] {
		return super.sort(tests).sort((a, b) => placeOf(a) - placeOf(b));
	}
}

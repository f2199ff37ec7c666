// A process of its own for tests to kill: starts the embedded Postgres in the
// folder named by its argument, says so in one line, and stays until its input
// closes, which is at the latest when the test is gone.
import { startEmbedded } from "../../src/db/embedded.ts";

const [dataDir = ""] = process.argv.slice(2);
const { url, adopted } = await startEmbedded({
	dataDir,
	log: () => {},
});
console.log(JSON.stringify({ url, adopted }));
process.stdin.resume();

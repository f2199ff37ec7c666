import { createRequire, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { setJestGlobals } from "./jest-globals.ts";

// Jest gives each test file a context of its own and loads every module into it
// anew, which for us is the whole app some two hundred times. Here Jest's own
// runner of a file is told to take modules from Node instead: they load once in
// each of Jest's processes, with their types stripped as in use.

/** The part of Jest's runtime that is about modules. */
type Modules = {
	setGlobalsForRuntime: typeof setJestGlobals;
	requireInternalModule(path: string): unknown;
	unstable_shouldLoadAsEsm(path: string): boolean;
	unstable_importModule(path: string): Promise<unknown>;
};

type RunTestFile = (
	globalConfig: object,
	config: object,
	environment: object,
	runtime: Modules,
	...rest: unknown[]
) => Promise<unknown>;

const require = createRequire(import.meta.url);
const circus: { default: RunTestFile } = require("jest-circus/runner");

// The package itself is empty: outside of a test file it only throws.
const globalsUrl = new URL("./jest-globals.ts", import.meta.url).href;
registerHooks({
	resolve: (specifier, context, next) =>
		next(specifier === "@jest/globals" ? globalsUrl : specifier, context),
});

const modulesOfNode: Modules = {
	setGlobalsForRuntime: setJestGlobals,
	requireInternalModule(path) {
		// What holds a file's tests and hooks; it expects to be new with each.
		delete require.cache[path];
		Reflect.deleteProperty(globalThis, Symbol.for("EVENT_HANDLERS"));
		return require(path);
	},
	unstable_shouldLoadAsEsm: () => true,
	unstable_importModule: (path) => import(pathToFileURL(path).href),
};

const runTestFile: RunTestFile = (
	globalConfig,
	config,
	environment,
	runtime,
	...rest
) =>
	circus.default(
		globalConfig,
		config,
		environment,
		Object.assign(runtime, modulesOfNode),
		...rest,
	);

export default runTestFile;

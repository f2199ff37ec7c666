import { h, render } from "preact";
import { fetchTeams } from "./api.ts";
import { App } from "./app.ts";

const root = document.getElementById("page");
if (!root) throw new Error("index.html has no element for the page.");

try {
	const teams = await fetchTeams();
	render(h(App, { teams }), root);
} catch (error) {
	root.textContent = `The page could not start. ${error}`;
}

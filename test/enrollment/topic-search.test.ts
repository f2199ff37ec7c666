import { expect, test } from "@jest/globals";
import { nearestTopics } from "../../src/enrollment/topic-search.ts";
import { defaultTopics } from "../../src/programs/default-topics.ts";

const topics = defaultTopics.map(([name, ...synonyms]) => ({
	topicId: name,
	name,
	synonyms,
}));
const found = (query: string) =>
	nearestTopics(topics, query).map(({ name }) => name);

test("before anything is typed: all of them, in the list's order", () => {
	expect(found("")).toEqual(topics.map(({ name }) => name));
});

test("names that begin so come first, then names and synonyms that hold it", () => {
	expect(found("te")[0]).toBe("Testing");
	expect(found("KUBE")).toEqual(["Kubernetes"]);
	expect(found("k8s")).toEqual(["Kubernetes"]);
	const leading = found("lead");
	expect(leading[0]).toBe("Leading teams");
	expect(found("management").indexOf("Change management")).toBeLessThan(
		found("management").indexOf("Leading teams"),
	);
});

test("nothing like it: nothing", () => {
	for (const odd of ["basket weaving", "<!channel>", "(", "\\", "🙂"])
		expect(found(odd)).toEqual([]);
});

test("no more than Slack takes beside one's own", () => {
	const many = Array.from({ length: 300 }, (_, index) => ({
		topicId: String(index),
		name: `Topic ${index}`,
		synonyms: [],
	}));
	expect(nearestTopics(many, "topic")).toHaveLength(99);
});

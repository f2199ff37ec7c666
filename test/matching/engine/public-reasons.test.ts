import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
	publicCounts,
	publicReason,
} from "../../../src/matching/engine/public-reasons.ts";
import { rank } from "../../../src/matching/engine/rank.ts";
import { missingEdge, rules } from "../../../src/matching/engine/rules.ts";
import { whyEmpty } from "../../../src/matching/engine/why-empty.ts";
import {
	anyKind,
	anyMentee,
	anyMentors,
	anyProfile,
	anySought,
	now,
	options,
} from "./builders.ts";

const later = new Date(now.getTime() + 1);

test("what stays hidden is checked last, after all the same rules", () => {
	const isHidden = rules.map((rule) => publicReason(rule) === "not_available");
	expect(isHidden).toEqual(isHidden.toSorted());
	for (const rule of ["excluded", "refused", "ended"] as const) {
		expect(publicReason(rule)).toBe(publicReason("full"));
	}
});

test("an exclusion, a refusal, an earlier ending: all read like a full mentor", () => {
	let hidden = 0;
	fc.assert(
		fc.property(
			anyMentee,
			anyProfile("m0"),
			anyKind,
			(mentee, mentor, kind) => {
				const reason = (changed: object, changedMentee: object = {}) => {
					const rule = missingEdge(
						{
							mentee: { ...mentee, ...changedMentee },
							mentor: { ...mentor, ...changed },
							kind,
						},
						options,
					);
					return rule && publicReason(rule);
				};
				// A peer gives no seats away, and is asked by a few at a time.
				const full = reason({
					seats: { capacity: 1, taken: 1, openRequests: 3 },
				});
				expect(full).not.toBeNull();
				if (full === "not_available") hidden++;
				expect(reason({ excluded: ["mentee"] })).toBe(full);
				expect(reason({}, { excluded: ["m0"] })).toBe(full);
				expect(reason({ ended: ["mentee"] })).toBe(full);
				expect(reason({}, { refusals: [{ person: "m0", until: later }] })).toBe(
					full,
				);
			},
		),
		{ numRuns: 200 },
	);
	expect(hidden).toBeGreaterThan(20);
});

test("in a whole search an exclusion leaves the output of a full mentor", () => {
	fc.assert(
		fc.property(anyMentee, anyMentors, anySought, (mentee, mentors, sought) => {
			const answer = (changed: object) => {
				const { ranked, missing } = rank(
					mentee,
					mentors.map((mentor) =>
						mentor.person === "m0" ? { ...mentor, ...changed } : mentor,
					),
					{ sought, kinds: ["one_to_one", "flash"] },
					options,
				);
				return JSON.stringify([
					ranked,
					publicCounts(missing),
					whyEmpty(missing),
				]);
			};
			expect(answer({ excluded: ["mentee"] })).toBe(
				answer({ seats: { capacity: 1, taken: 1, openRequests: 0 } }),
			);
		}),
	);
});

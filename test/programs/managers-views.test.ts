import { expect, test } from "@jest/globals";
import type { Act } from "../../src/programs/act.ts";
import {
	chosenSection,
	programsMessage,
} from "../../src/programs/choose.views.ts";
import {
	claimedMessage,
	claimNewsMessage,
	claimSection,
	takenMessage,
} from "../../src/programs/claim.views.ts";
import {
	createdMessage,
	createModal,
} from "../../src/programs/create.views.ts";
import { managedSection } from "../../src/programs/managed.views.ts";
import {
	appointedMessage,
	dismissedMessage,
	newsMessage,
} from "../../src/programs/manager-news.views.ts";
import { type Manager, mostManagers } from "../../src/programs/managers.ts";
import { managersModal } from "../../src/programs/managers.views.ts";
import { programPhrase } from "../../src/programs/program-phrase.ts";
import { clean, cut } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";
import { full } from "../support/full.ts";
import { oddTexts } from "../support/odd-texts.ts";
import {
	expectSoundHome,
	expectSoundMessage,
	expectSoundModal,
} from "../support/sound.ts";

const text = textFor("en");
const reader = { personId: "p1", zone: "Europe/Lisbon", locale: "en-US" };
// No name is empty: Slack and our forms see to it.
const texts = oddTexts(full ? 10_000 : 60, 8)
	.map(clean)
	.filter((words) => words !== "");

function manager(personId: string, name: string): Manager {
	const since = new Date("2026-03-02T10:00:00Z");
	const slackUserId = "U0MENTOR";
	return { personId, slackUserId, name, isActive: true, since };
}

const act = (name: string): Act => ({
	auditId: "a1",
	programId: "g1",
	at: new Date("2026-03-02T10:00:00Z"),
	action: "programs:addManager",
	actor: { slackUserId: "U0MENTOR", name },
	subject: { slackUserId: "U0MENTEE", name },
	detail: {},
});

test("every message and form, whatever people and programs are called", () => {
	for (const odd of texts) {
		// As long as Slack, and the form of a program, let names be.
		const [name, programName] = [cut(odd, 80), cut(odd, 60)];
		for (const program of [programPhrase(programName, text), "the program"]) {
			expectSoundMessage(appointedMessage(act(name), program, text));
			expectSoundMessage(dismissedMessage(act(name), program, text));
			expectSoundMessage(newsMessage(act(name), program, text));
			expectSoundMessage(claimNewsMessage(act(name), program, text));
		}
		for (const free of [programName, null]) {
			const unmanaged = { programId: "g1", name: free };
			expectSoundMessage(claimedMessage(unmanaged, text));
			expectSoundHome(claimSection([unmanaged], text));
		}
		const created = { programId: "g1", name: programName };
		expectSoundMessage(createdMessage(created, text));
		const several = ["g1", "g2"].map((programId, at) => ({
			programId,
			name: programName,
			hasJoined: at === 0,
			isManager: at === 1,
		}));
		expectSoundHome(chosenSection(several, "g1", text));
		expectSoundMessage(programsMessage(several, true, text));
		expectSoundMessage(programsMessage(several.slice(0, 1), false, text));
		const numbers = { enrolled: 7, waiting: 3, asking: 12 };
		const managed = { programId: "g1", name: programName, ...numbers };
		expectSoundHome(managedSection([managed], true, text));
		const managers = Array.from({ length: mostManagers }, (_, at) =>
			manager(`p${at}`, name),
		);
		expectSoundModal(managersModal("g1", managers, reader, text));
		expectSoundModal(managersModal("g1", managers.slice(1), reader, text));
	}
	expectSoundMessage(takenMessage([manager("p1", "Ana")], text));
	expectSoundModal(createModal(text));
});

test("the last one who can act has no way out, the others have", () => {
	const [ana, ben] = [manager("p1", "Ana"), manager("p2", "Ben")];
	const old = { ...manager("p3", "Olga"), isActive: false };
	const labels = (managers: Manager[]) =>
		JSON.stringify(managersModal("g1", managers, reader, text).blocks);
	expect(labels([ana])).not.toMatch(/Step down|Remove /);
	expect(labels([ana, old])).not.toContain("Step down");
	expect(labels([ana, old])).toContain("Remove Olga");
	expect(labels([ana, ben])).toContain("Step down");
	expect(labels([ana, ben])).toContain("Remove Ben");
	expect(labels([ana, ben])).not.toContain("Remove Ana");
});

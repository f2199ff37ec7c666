import type { Facts } from "./facts.ts";
import type { Policy } from "./feature.ts";
import type { TextKey } from "./text.ts";

export type Judgement =
	| { allowed: true }
	| { allowed: false; why: TextKey; audited: boolean };

const deny = (why: TextKey): Judgement => ({
	allowed: false,
	why,
	audited: true,
});

/**
 * Whether someone may use an entry point. Things of others and things that do
 * not exist get the same answer, so nobody can find out which it was.
 */
export function judge(policy: Policy<unknown>, facts: Facts): Judgement {
	if (facts.workspace.state !== "installed" || !facts.installation)
		return deny("slack:refused.uninstalled");
	if (policy.who === "system") return { allowed: true };
	const { person, enrollment } = facts;
	if (!person) return deny("slack:refused.unknown");
	const isGuestAllowed = person.standing === "guest" && facts.allows_guests;
	if (person.standing !== "member" && !isGuestAllowed)
		return deny(`slack:refused.${person.standing}`);
	if (policy.who === "member") return { allowed: true };
	if (policy.who === "related")
		return facts.relation !== null && policy.as.includes(facts.relation)
			? { allowed: true }
			: deny("slack:refused.notYours");
	// Whoever became a guest manages nothing, whatever the program allows.
	const isManager = person.standing === "member" && facts.manages.length > 0;
	if (policy.who === "manager")
		return isManager ? { allowed: true } : deny("slack:refused.notManager");
	if (policy.who === "admin")
		return person.slack_role !== "member"
			? { allowed: true }
			: deny("slack:refused.notAdmin");
	if (policy.who === "manager or admin")
		return isManager || person.slack_role !== "member"
			? { allowed: true }
			: deny("slack:refused.notManager");
	return enrollment && enrollment.state !== "left"
		? { allowed: true }
		: { allowed: false, why: "slack:refused.notEnrolled", audited: false };
}

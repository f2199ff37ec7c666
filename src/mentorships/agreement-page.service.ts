import { readVersions } from "./agreement.service.ts";
import { type Agreement, hasAgreement, isOpenToSign } from "./agreement.ts";
import { agreementButton } from "./agreement-buttons.views.ts";
import { agreementLines } from "./agreement-waits.views.ts";
import type { PageContext, PagePart } from "./page.ts";

/** What stands before a next meeting: my signature, or a first agreement. */
export const toSignPart: PagePart = async (context) => {
	const latest = await readLatest(context);
	return latest && isFirst(context, latest) ? partOf(context, latest) : null;
};

/** Otherwise, whose signature is missing; and the way to what was agreed. */
export const agreementPart: PagePart = async (context) => {
	const latest = await readLatest(context);
	return latest && !isFirst(context, latest) ? partOf(context, latest) : null;
};

const states = ["agreeing", "active", "paused", "closing"];

async function readLatest(context: PageContext): Promise<Agreement | null> {
	const { deps, trx, visit, mentorship } = context;
	if (!hasAgreement(mentorship) || !states.includes(mentorship.state))
		return null;
	const [latest] = await readVersions(deps, trx, mentorship, visit.now);
	return latest ?? null;
}

function isFirst({ visit, mentorship }: PageContext, latest: Agreement) {
	const { personId } = visit.actor;
	const isMine = !latest.signedBy.includes(personId);
	return (
		mentorship.state === "agreeing" || (isMine && isOpenToSign(mentorship))
	);
}

function partOf({ visit, mentorship }: PageContext, latest: Agreement) {
	const { actor, text } = visit;
	return {
		// While nobody can sign, nobody is asked to.
		lines: isOpenToSign(mentorship)
			? agreementLines(latest, mentorship, actor, text)
			: [],
		buttons: [agreementButton(mentorship, actor, text)],
	};
}

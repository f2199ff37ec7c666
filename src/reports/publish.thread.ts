import { type Db, withWorkspace } from "../db/database.ts";
import { answer } from "../threads/work.ts";
import { type Asked, publishBy } from "./publish.service.ts";

export async function makeRelease(
	db: Db,
	{ workspaceId, ...asked }: Asked & { workspaceId: string },
): Promise<{ releaseId: string } | "few"> {
	const made = await publishBy(
		(work) => withWorkspace(db, workspaceId, work),
		asked,
	);
	return made === "few" ? made : { releaseId: made.releaseId };
}

await answer(makeRelease);

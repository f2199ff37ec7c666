import type { WorkspaceTrx } from "../db/database.ts";
import { readManagers } from "../programs/managers.service.ts";
import { readProgram } from "../programs/programs.service.ts";
import type { Message } from "../slack/blocks.ts";
import type { MessageContext } from "../slack/feature.ts";
import { findSmallProgram } from "./small-program.queries.ts";
import { type Todo, todosOf } from "./todo.ts";
import { todoMessage } from "./todo.views.ts";

/** What would help a program along that is too small for numbers. */
export async function readTodos(
	trx: WorkspaceTrx,
	programId: string,
): Promise<{ program: string; todos: Todo[] }> {
	const [{ name, settings }, managers, facts] = await Promise.all([
		readProgram(trx, programId),
		readManagers(trx, programId),
		findSmallProgram(trx, programId),
	]);
	const todos = todosOf({
		...facts,
		hasChannel: settings.report.channel !== null,
		hasContact: settings.safeguarding.length > 0,
		managers: managers.filter(({ isActive }) => isActive).length,
	});
	return { program: name, todos };
}

/** For a manager; null: they run the program no longer. */
export async function renderTodos({
	trx,
	subjectId,
	personId,
	text,
}: MessageContext): Promise<Message | null> {
	const managers = await readManagers(trx, subjectId);
	if (!managers.some((one) => one.isActive && one.personId === personId))
		return null;
	const { program, todos } = await readTodos(trx, subjectId);
	return todoMessage(program, todos, text);
}

import {
	CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	Kysely,
	Transaction,
} from "kysely";

/**
 * Kysely sends a transaction's statements one by one, each after the answer to
 * the one before. The database may be far away, and Slack waits three seconds:
 * here they are sent as they are asked for, over a pool with `pipeline: true`,
 * and Postgres answers in that order. After one that fails it refuses the rest
 * until the rollback, so nothing is done that would not be done in single file.
 */
export class PipelinedDatabase<Schema> extends Kysely<Schema> {
	readonly #dialect: Dialect;
	readonly #driver: Driver;

	constructor(dialect: Dialect) {
		const driver = dialect.createDriver();
		const shared: Dialect = {
			createDriver: () => driver,
			createAdapter: () => dialect.createAdapter(),
			createQueryCompiler: () => dialect.createQueryCompiler(),
			createIntrospector: (db) => dialect.createIntrospector(db),
		};
		super({ dialect: shared });
		this.#dialect = shared;
		this.#driver = driver;
	}

	/**
	 * Runs `work` in a transaction with these settings, which end with it. Its
	 * beginning is on the way with the first statement, and its end with what
	 * was sent last.
	 */
	pipeline<T>(
		settings: Record<string, string>,
		work: (trx: PipelinedTransaction<Schema>) => Promise<T>,
	): Promise<T> {
		const driver = this.#driver;
		return this.getExecutor().provideConnection(async (connection) => {
			const { trx, end } = this.#transactionOn(connection);
			const begin = { execute: () => driver.beginTransaction(connection, {}) };
			trx.send(begin, ...settingsOn(connection, settings));
			try {
				const result = await work(trx);
				trx.send({ execute: () => driver.commitTransaction(connection) });
				await trx.heardOf();
				return result;
			} catch (error) {
				// What failed first brought down the rest.
				const cause = await trx.heardOf().then(
					() => error,
					(first: unknown) => first,
				);
				// A connection that cannot do that is not used again.
				await driver.rollbackTransaction(connection).catch(() => {});
				throw cause;
			} finally {
				end();
			}
		});
	}

	#transactionOn(connection: DatabaseConnection) {
		let isOver = false;
		const executor = this.getExecutor().withConnectionProvider({
			async provideConnection(consumer) {
				if (isOver) throw new Error("The transaction is over.");
				return consumer(connection);
			},
		});
		const trx = new PipelinedTransaction<Schema>({
			config: { dialect: this.#dialect },
			dialect: this.#dialect,
			driver: this.#driver,
			executor,
		});
		const end = () => {
			isOver = true;
		};
		return { trx, end };
	}
}

function settingsOn(
	connection: DatabaseConnection,
	settings: Record<string, string>,
): Statement[] {
	return Object.entries(settings).map((setting) => ({
		execute: () =>
			connection.executeQuery(
				CompiledQuery.raw("select set_config($1, $2, true)", setting),
			),
	}));
}

type Statement = { execute(): Promise<unknown> };

/** A transaction whose statements need not wait for each other's answers. */
export class PipelinedTransaction<Schema> extends Transaction<Schema> {
	readonly #sent: Promise<unknown>[] = [];

	/**
	 * Sends statements whose answers nobody reads, without waiting: they are
	 * carried out before whatever comes after. If one fails, so does all that
	 * follows, and the transaction with its error.
	 */
	send(...statements: Statement[]): void {
		for (const statement of statements) {
			const answer = statement.execute();
			// Heard of at the end.
			answer.catch(() => {});
			this.#sent.push(answer);
		}
	}

	/** Resolves when all that was sent has been done; else with its first error. */
	async heardOf(): Promise<void> {
		await Promise.all(this.#sent);
	}
}

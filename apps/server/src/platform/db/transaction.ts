import type pg from 'pg';
import { assert } from '../errors/index.ts';
import { isUuid } from '../ids/index.ts';
import { queryableOver, type Queryable } from './queries.ts';
import type { Tracing } from '../tracing/index.ts';
import { asRefusal, isRetryable } from './sql-errors.ts';
import type { SystemPath } from './system-paths.ts';

/** Who acts: a person, an API key, or a named part of the program. */
export type Actor =
  | { kind: 'user'; id: string }
  | { kind: 'key'; id: string }
  | { kind: 'system'; id: string };

interface TransactionBase extends Queryable {
  readonly now: Date;
  readonly actor: Actor;
  /** Runs after the commit; never when the transaction rolls back. Whatever leaves the database goes here. */
  onCommit(effect: () => void): void;
  /** Tells the readers of the event log in this process that there is more; given to `onCommit` when appending. */
  readonly announceAppended: () => void;
}

/** A transaction inside one workspace: PostgreSQL itself shows it nothing else. */
export interface Tx extends TransactionBase {
  readonly workspaceId: string;
}

/** A transaction that sees all workspaces; only for the paths listed in system-paths.ts. */
export interface SystemTx extends TransactionBase {
  readonly path: SystemPath;
}

export interface TransactionOptions {
  pool: pg.Pool;
  now: Date;
  actor: Actor;
  readOnly?: boolean;
  announceAppended: () => void;
  tracing?: Tracing | undefined;
}

const maxTries = 3;

export async function workspaceTransaction<T>(
  options: TransactionOptions & { workspaceId: string },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { workspaceId } = options;
  // The id becomes part of a statement's text below, so nothing but a UUID may pass.
  assert(isUuid(workspaceId), 'a workspace id is a UUID');
  const begin = `${beginWord(options)}; set local trikon.workspace_id = '${workspaceId}'`;
  return runTransaction(options, begin, (base) => work(Object.assign(base, { workspaceId })));
}

export async function systemTransaction<T>(
  options: TransactionOptions & { path: SystemPath },
  work: (tx: SystemTx) => Promise<T>,
): Promise<T> {
  return runTransaction(options, beginWord(options), (base) =>
    work(Object.assign(base, { path: options.path })),
  );
}

/**
 * One statement that is a transaction of its own. It leaves and comes back once, where a transaction waits for its
 * commit as well: for the hottest paths, whose whole work is one statement.
 */
export async function systemStatement<Row extends object>(
  { pool, tracing }: Pick<TransactionOptions, 'pool' | 'tracing'>,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return retried(async () => {
    const client = await pool.connect();
    try {
      const rows = await queryableOver(() => client, tracing).sql<Row>(text, values);
      client.release();
      return rows;
    } catch (error) {
      await rollBack(client);
      throw error;
    }
  });
}

const beginWord = ({ readOnly }: TransactionOptions): string => (readOnly ? 'begin read only' : 'begin');

async function runTransaction<T>(
  options: TransactionOptions,
  begin: string,
  work: (tx: TransactionBase) => Promise<T>,
): Promise<T> {
  return retried(() => attemptTransaction(options, begin, work));
}

async function retried<T>(attemptOnce: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce();
    } catch (error) {
      if (attempt >= maxTries || !isRetryable(error)) throw asRefusal(error);
    }
  }
}

async function attemptTransaction<T>(
  { pool, now, actor, readOnly, announceAppended, tracing }: TransactionOptions,
  begin: string,
  work: (tx: TransactionBase) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const effects: (() => void)[] = [];
  let open = true;
  // Not awaited: the first statement follows on the wire at once, and its failure surfaces at the commit.
  const begun = client.query(begin);
  begun.catch(() => {});
  const usable = (): pg.ClientBase => {
    assert(open, 'a transaction is not used after it has ended');
    return client;
  };
  const tx: TransactionBase = {
    ...queryableOver(usable, tracing),
    now,
    actor,
    announceAppended,
    onCommit: (effect) => {
      assert(open, 'a transaction is not used after it has ended');
      effects.push(effect);
    },
  };
  try {
    const result = await work(tx);
    open = false;
    await begun;
    const committed = client.query('commit');
    if (readOnly) {
      // A read has nothing to lose at its commit, so the answer need not wait for it.
      committed.then(
        () => client.release(),
        (error: Error) => client.release(error),
      );
    } else {
      await committed;
      client.release();
      for (const effect of effects) effect();
    }
    return result;
  } catch (error) {
    open = false;
    await rollBack(client);
    throw error;
  }
}

async function rollBack(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    // The connection is gone or in an unknown state: it must not serve another workspace.
    client.release(error as Error);
  }
}

import type { Actor, Database, SystemTx, Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/http/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import type { GraphPlace } from './graph.ts';

/** The operator's own app, in whose name owners share their accounts by Embedded Signup. */
export interface SignUpApp {
  metaAppId: string;
  appSecret: string;
  configId: string;
  businessAppConfigId: string | null;
}

/** What connecting and looking after numbers takes. */
export interface NumbersParts {
  db: Database;
  secrets: Secrets;
  graph: GraphPlace;
  /** Under which address Meta reaches this installation. */
  webhookUrl: () => string;
  signUp: SignUpApp | null;
  /** Where browsers get what opens Embedded Signup. */
  sdkUrl: string;
}

/** For whom something is done, and in whose name. */
export interface Scope {
  workspaceId: string;
  actor: Actor;
}

export interface Call {
  tx: Tx;
  caller: Caller;
}

export const scopeOf = ({ tx, caller }: Call): Scope => ({
  workspaceId: tx.workspaceId,
  actor: { kind: caller.kind, id: caller.id },
});

/** Whose a number is is known across workspaces only, so what decides over that runs here. */
export const acrossNumbers = <T>(
  db: Database,
  scope: Scope,
  work: (tx: SystemTx) => Promise<T>,
): Promise<T> => db.acrossWorkspaces('numbers', work, scope.actor);

/**
 * An app has one callback, so its connections are made one after the other, in all copies of the program. The
 * transaction holds nothing but the lock.
 */
export const whileNobodyConnects = <T>(
  db: Database,
  scope: Scope,
  metaAppId: string,
  work: () => Promise<T>,
): Promise<T> =>
  acrossNumbers(db, scope, async (tx) => {
    const locked = tx.sql(`select pg_advisory_xact_lock(hashtextextended($1, 7254014))`, [metaAppId]);
    await locked.catch((error: unknown) => {
      if ((error as { code?: string }).code !== lockTimeout) throw error;
      throw tooMany('Others connect accounts by this app right now. Try again in a few seconds.', error);
    });
    return work();
  });

/** PostgreSQL's code for a lock that did not come in time. */
const lockTimeout = '55P03';

const tooMany = (sentence: string, cause?: unknown): Refusal =>
  new Refusal('rate_limited', sentence, { retryAfterSeconds: 5, cause });

const mostAtOnce = 4;
let asking = 0;

/** A request holds its transaction while Meta is asked, and slow answers would hold all of them. */
export async function whileFew<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (asking >= mostAtOnce) throw tooMany('Others wait for Meta right now. Try again in a few seconds.');
  asking++;
  try {
    // Below what the database allows a transaction to idle for.
    return await work(AbortSignal.timeout(22_000));
  } finally {
    asking--;
  }
}

import type pg from 'pg';
import type { Clock } from '../clock/index.ts';
import type { Tracing } from '../tracing/index.ts';
import { createPool } from './pool.ts';
import { roleUrls, type RoleNames } from './roles.ts';
import type { SystemPath } from './system-paths.ts';
import {
  systemStatement,
  systemTransaction,
  workspaceTransaction,
  type Actor,
  type SystemTx,
  type Tx,
} from './transaction.ts';

interface WorkspaceScope {
  workspaceId: string;
  actor: Actor;
}

/** The only way to the data: every transaction names its workspace, or the system path it serves. */
export interface Database {
  inWorkspace<T>(scope: WorkspaceScope, work: (tx: Tx) => Promise<T>): Promise<T>;
  readWorkspace<T>(scope: WorkspaceScope, work: (tx: Tx) => Promise<T>): Promise<T>;
  acrossWorkspaces<T>(path: SystemPath, work: (tx: SystemTx) => Promise<T>, actor?: Actor): Promise<T>;
  /** A single statement, which commits by itself. */
  statementAcrossWorkspaces<Row extends object>(
    path: SystemPath,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]>;
  /** Calls back after each commit of this process that appended to the event log. Returns how to stop. */
  onAppended(listener: () => void): () => void;
  /** For the two libraries that bring their own SQL: sign-in (its own role, its own schema) and jobs. */
  readonly pools: { app: pg.Pool; system: pg.Pool; auth: pg.Pool };
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The owner's address; the program's three roles connect to the same place with passwords of their own. */
  url: string;
  masterKey: Buffer;
  rolePrefix: string;
  poolSize: number;
  clock: Clock;
  onIdleError: (error: Error) => void;
  tracing?: Tracing;
  /** How long a database may leave a query unanswered. */
  silenceMilliseconds?: number;
}

export function connectDatabase(options: DatabaseOptions): Database {
  const { clock, poolSize, silenceMilliseconds } = options;
  const urls = roleUrls(options);
  let closed = false;
  // Connections that are already on their way out may still hear that the server stops.
  const onIdleError = (error: Error): void => {
    if (!closed) options.onIdleError(error);
  };
  const pool = (role: keyof RoleNames, max: number): pg.Pool =>
    createPool({ url: urls[role], max, name: role, onIdleError, silenceMilliseconds });
  const pools = { app: pool('app', poolSize), system: pool('system', poolSize), auth: pool('auth', 4) };

  const listeners = new Set<() => void>();
  const announceAppended = (): void => {
    for (const listener of listeners) listener();
  };
  const { tracing } = options;
  const common = () => ({ now: clock.now(), announceAppended, tracing });

  return {
    pools,
    inWorkspace: (scope, work) => workspaceTransaction({ pool: pools.app, ...common(), ...scope }, work),
    readWorkspace: (scope, work) =>
      workspaceTransaction({ pool: pools.app, ...common(), readOnly: true, ...scope }, work),
    acrossWorkspaces: (path, work, actor = { kind: 'system', id: path }) =>
      systemTransaction({ pool: pools.system, ...common(), path, actor }, work),
    statementAcrossWorkspaces: (_path, text, values) =>
      systemStatement({ pool: pools.system, tracing }, text, values),
    onAppended: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closed = true;
      await Promise.all(Object.values(pools).map((each) => each.end()));
    },
  };
}

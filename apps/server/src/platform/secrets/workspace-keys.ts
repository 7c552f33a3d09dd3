import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock/index.ts';
import type { SystemTx, Tx } from '../db/index.ts';
import { masterKeyId, unwrapKey, wrapKey, wrongMasterKey } from './master-key.ts';
import { SecretError } from './secret-error.ts';

export const workspaceKeyContext = (workspaceId: string, version: number): string[] => [
  'workspace key',
  workspaceId,
  String(version),
];

interface KeyRow {
  version: number;
  wrapped_key: Buffer;
  master_key_id: string;
  uncommitted: boolean;
}

interface KnownKeys {
  current: number;
  byVersion: ReadonlyMap<number, Buffer>;
  readAt: number;
}

const mostKnown = 1_000;
// A key destroyed by one copy of the program is forgotten by the others within this time.
const knownForMs = 60_000;

/** The workspaces' data keys, unwrapped; the ones used last are kept in memory for a minute. */
export class WorkspaceKeys {
  readonly #masterKey: Buffer;
  readonly #clock: Clock;
  readonly #known = new Map<string, KnownKeys>();

  constructor(masterKey: Buffer, clock: Clock) {
    this.#masterKey = masterKey;
    this.#clock = clock;
  }

  /** The key to seal with; a workspace's first secret makes its first key. */
  async current(tx: Tx | SystemTx, workspaceId: string): Promise<{ version: number; key: Buffer }> {
    let keys = this.#recall(workspaceId) ?? (await this.#read(tx, workspaceId));
    if (keys.current === 0) {
      await this.#add(tx, workspaceId, 1);
      keys = await this.#read(tx, workspaceId);
    }
    return { version: keys.current, key: keys.byVersion.get(keys.current)! };
  }

  async ofVersion(tx: Tx | SystemTx, workspaceId: string, version: number): Promise<Buffer> {
    const known = this.#recall(workspaceId)?.byVersion.get(version);
    const key = known ?? (await this.#read(tx, workspaceId)).byVersion.get(version);
    if (!key) {
      throw new SecretError(
        'key_gone',
        'The key of this secret was destroyed, so it cannot be read any more. Enter it again.',
      );
    }
    return key;
  }

  /** Seals from now on with a fresh key; what was sealed before still opens with its own. */
  async rotate(tx: Tx | SystemTx, workspaceId: string): Promise<number> {
    const { version } = await this.current(tx, workspaceId);
    await this.#add(tx, workspaceId, version + 1);
    const { current } = await this.#read(tx, workspaceId);
    tx.onCommit(() => this.#known.delete(workspaceId));
    return current;
  }

  async destroy(tx: Tx | SystemTx, workspaceId: string): Promise<void> {
    await tx.sql('delete from workspace_keys where workspace_id = $1', [workspaceId]);
    this.#known.delete(workspaceId);
    tx.onCommit(() => this.#known.delete(workspaceId));
  }

  async #add(tx: Tx | SystemTx, workspaceId: string, version: number): Promise<void> {
    const wrapped = wrapKey(this.#masterKey, workspaceKeyContext(workspaceId, version), randomBytes(32));
    // Of two transactions that add the same version, the second waits for the first and uses its key.
    await tx.sql(
      `insert into workspace_keys (workspace_id, version, wrapped_key, master_key_id, created_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [workspaceId, version, wrapped, masterKeyId(this.#masterKey), tx.now],
    );
  }

  async #read(tx: Tx | SystemTx, workspaceId: string): Promise<KnownKeys> {
    const rows = await tx.sql<KeyRow>(
      `select version, wrapped_key, master_key_id,
         xmin = pg_current_xact_id_if_assigned()::xid is true as uncommitted
       from workspace_keys where workspace_id = $1 order by version`,
      [workspaceId],
    );
    const byVersion = new Map(rows.map((row) => [row.version, this.#unwrap(workspaceId, row)]));
    const keys = { current: rows.at(-1)?.version ?? 0, byVersion, readAt: this.#clock.now().getTime() };
    // A key of this very transaction may yet be rolled back; whatever was sealed with it from memory would be lost.
    if (rows.length > 0 && !rows.some((row) => row.uncommitted)) this.#remember(workspaceId, keys);
    return keys;
  }

  #unwrap(workspaceId: string, row: KeyRow): Buffer {
    if (row.master_key_id !== masterKeyId(this.#masterKey))
      throw wrongMasterKey(row.master_key_id, this.#masterKey);
    return unwrapKey(this.#masterKey, workspaceKeyContext(workspaceId, row.version), row.wrapped_key);
  }

  #recall(workspaceId: string): KnownKeys | undefined {
    const keys = this.#known.get(workspaceId);
    if (!keys) return undefined;
    this.#known.delete(workspaceId);
    const age = this.#clock.now().getTime() - keys.readAt;
    if (age < 0 || age > knownForMs) return undefined;
    this.#known.set(workspaceId, keys);
    return keys;
  }

  #remember(workspaceId: string, keys: KnownKeys): void {
    this.#known.delete(workspaceId);
    this.#known.set(workspaceId, keys);
    if (this.#known.size <= mostKnown) return;
    const [longestUnused] = this.#known.keys();
    if (longestUnused !== undefined) this.#known.delete(longestUnused);
  }
}

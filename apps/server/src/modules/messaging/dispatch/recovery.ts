import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, SystemTx } from '../../../platform/db/index.ts';
import { putSetting } from '../../../platform/db/settings.ts';
import { objectKey, type Storage } from '../../../platform/storage/index.ts';

/**
 * Whether the database may have forgotten what was sent. A count is kept in it and outside of it, and rises while there
 * is anything to send; a database that was restored, or a standby that had not heard the latest, is behind the count.
 */
export class Recovery {
  readonly #options: RecoveryOptions;
  #frozenSince: Date | null = null;
  #known = 0;
  #timer: NodeJS.Timeout | undefined;
  #checking: Promise<void> = Promise.resolve();
  #checked = false;
  #stopped = false;

  constructor(options: RecoveryOptions) {
    this.#options = options;
  }

  /** Since when nothing is sent, as any copy of the program has found; null when all is well. */
  async frozenSinceOf(): Promise<Date | null> {
    return this.#options.db.acrossWorkspaces('dispatch', (tx) => readFrozenAt(tx));
  }

  async inWords(): Promise<{ state: 'good' | 'bad'; message: string }> {
    return (await this.frozenSinceOf()) === null
      ? { state: 'good', message: 'The database knows everything that was sent.' }
      : { state: 'bad', message: sentence };
  }

  /** Not before it was looked. */
  maySend(): boolean {
    return this.#checked && this.#frozenSince === null;
  }

  async start(): Promise<void> {
    await this.check();
    this.#schedule();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#checking;
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.#checkAgain(), this.maySend() ? whenWell : whenFrozen);
  }

  async #checkAgain(): Promise<void> {
    await this.check();
    this.#schedule();
  }

  /** Looks at once; afterwards `maySend` is true of this moment. */
  check(): Promise<void> {
    const before = this.#checking;
    this.#checking = this.#checkAfter(before);
    return this.#checking;
  }

  async #checkAfter(before: Promise<void>): Promise<void> {
    await before;
    try {
      await this.#compare();
      this.#checked = true;
    } catch (error) {
      // A place that cannot be read may know more than the database: what is not known is no leave to send.
      this.#checked = false;
      this.#options.report(error, 'recovery count');
    }
  }

  async #compare(): Promise<void> {
    const { db, clock, warn } = this.#options;
    const outside = Math.max(this.#known, await readOutside(this.#options));
    const found = await db.acrossWorkspaces('dispatch', async (tx) => {
      const state = await readState(tx);
      const isBehind = (outside > state.count || state.epoch !== state.confirmed) && (await hasSent(tx));
      if (!isBehind) return { count: await raise(tx, outside), isBehind };
      await freeze(tx);
      return { count: state.count, isBehind };
    });
    if (!found.isBehind) {
      this.#frozenSince = null;
      this.#known = found.count;
      await writeOutside(this.#options, found.count);
      return;
    }
    if (this.#frozenSince !== null) return;
    this.#frozenSince = clock.now();
    warn(sentence);
  }
}

export interface RecoveryPlace {
  dataFolder: string;
  storage: Storage;
}

interface RecoveryOptions extends RecoveryPlace {
  db: Database;
  clock: Clock;
  warn: (sentence: string) => void;
  report: (error: unknown, where: string) => void;
}

const sentence =
  'The database is older than what was sent from it, as after a restore. Nothing is sent until `npm run trikon -- reconcile` was run.';
const whenWell = 60_000;
/** An operator who has confirmed does not wait for long. */
const whenFrozen = 5_000;
const fileName = 'sending-count';
const frozenAt = 'recovery_frozen_at';
const nobody = '00000000-0000-0000-0000-000000000000';

async function readFrozenAt(tx: SystemTx): Promise<Date | null> {
  const [row] = await tx.sql<{ value: string | null }>(`select value from system.settings where name = $1`, [
    frozenAt,
  ]);
  return typeof row?.value === 'string' ? new Date(row.value) : null;
}

interface RecoveryState {
  count: number;
  /** Raised by every restore from a backup, and the last one that an operator has confirmed. */
  epoch: number;
  confirmed: number;
}

async function readState(tx: SystemTx): Promise<RecoveryState> {
  const rows = await tx.sql<{ name: string; value: number }>(
    `select name, value from system.settings where name in ('sending_count', 'recovery_epoch', 'recovery_confirmed')`,
  );
  const of = new Map(rows.map(({ name, value }) => [name, value]));
  return {
    count: of.get('sending_count') ?? 0,
    epoch: of.get('recovery_epoch') ?? 0,
    confirmed: of.get('recovery_confirmed') ?? 0,
  };
}

/** First in the database, then outside: whoever dies between the two leaves the database ahead, which harms nobody. */
async function raise(tx: SystemTx, outside: number): Promise<number> {
  // One copy of the program at a time.
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended('sending_count', 7))`);
  const count = Math.max((await readState(tx)).count, outside) + 1;
  await putSetting((text, values) => tx.sql(text, values), 'sending_count', count);
  return count;
}

/** A database that is new has nothing to forget, whatever was here before it. */
async function hasSent(tx: SystemTx): Promise<boolean> {
  const [row] = await tx.sql<{ has: boolean }>(
    `select exists (select from outbox) or exists (select from attempts) as has`,
  );
  return row!.has;
}

/**
 * Whatever the restored database thinks is still to be sent may have been sent since the backup. What is queued from now
 * on was not: it waits, and leaves when an operator has confirmed.
 */
async function freeze(tx: SystemTx): Promise<void> {
  let until = await readFrozenAt(tx);
  if (until === null) {
    until = tx.now;
    await putSetting((text, values) => tx.sql(text, values), frozenAt, until);
  }
  await tx.sql(
    `with frozen as (
       update outbox set state = 'unknown', hold = 'recovery', since = $1
       where queued_at <= $2
         and (state <> 'unknown' or hold is distinct from 'recovery')
       returning workspace_id, message_id
     )
     update messages m set status = 'unknown', reason = 'recovery' from frozen
     where m.workspace_id = frozen.workspace_id and m.message_id = frozen.message_id
       and m.status in ('queued', 'sending', 'unknown')`,
    [tx.now, until],
  );
}

/** An operator has looked: the database counts on from where the world outside was. */
export async function confirmRecovery(tx: SystemTx, place: RecoveryPlace): Promise<void> {
  const { epoch } = await readState(tx);
  await putSetting((text, values) => tx.sql(text, values), 'recovery_confirmed', epoch);
  await putSetting((text, values) => tx.sql(text, values), frozenAt, null);
  const count = await raise(tx, await readOutside(place));
  await writeOutside(place, count);
}

async function readOutside({ dataFolder, storage }: RecoveryPlace): Promise<number> {
  const [file, object] = await Promise.all([readCountFile(dataFolder), readCountObject(storage)]);
  return Math.max(file, object);
}

async function readCountFile(dataFolder: string): Promise<number> {
  try {
    return countIn(await readFile(path.join(dataFolder, fileName), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

async function readCountObject(storage: Storage): Promise<number> {
  const key = objectKey(nobody, fileName);
  if ((await storage.head(key)) === null) return 0;
  const { body } = await storage.get(key);
  return countIn(Buffer.concat((await body.toArray()) as Buffer[]).toString('utf8'));
}

const countIn = (text: string): number => (/^\d{1,15}$/.test(text.trim()) ? Number(text) : 0);

/** Never lower than what is there: another copy of the program may be ahead. */
async function writeOutside({ dataFolder, storage }: RecoveryPlace, count: number): Promise<void> {
  if ((await readCountFile(dataFolder)) < count) {
    const file = path.join(dataFolder, fileName);
    await writeFile(`${file}.new`, String(count));
    await rename(`${file}.new`, file);
  }
  if ((await readCountObject(storage)) < count)
    await storage.put(objectKey(nobody, fileName), Buffer.from(String(count)), { contentType: 'text/plain' });
}

import { recordConsent, sealAll, type NewConsentEntry } from '../../apps/server/src/modules/consent/index.ts';
import type { Database } from '../../apps/server/src/platform/db/index.ts';
import { openDatabase } from '../ground/database.ts';
import type { Ground } from '../ground/ground.ts';
import { openLedgerGround, type LedgerGround } from '../ground/ledger.ts';
import { compare, type Result } from '../ground/scenario.ts';

const atOnce = 500;
const sides = 2;
const perRound = 10_000;

/**
 * Entries of consent that were recorded with all that follows from them, and got their places in the chain, against
 * inserting as many rows of the same columns into a table that has nothing but its key.
 */
export async function measure(ground: Ground): Promise<Result> {
  const db = await openDatabase(ground.dataFolder);
  await using place = await openLedgerGround(ground, perRound);
  await place.owner.query('reset role');
  await place.owner.query(
    `create table system.bare_entries (like consent_entries, salt bytea, details text, primary key (workspace_id, entry_id));
     grant insert on system.bare_entries to trikon_system; grant usage on schema system to trikon_system`,
  );
  try {
    return await compare(
      'per s',
      () => perSecond(() => appendAndSeal(db, place)),
      () => perSecond(() => insertBare(db, place)),
    );
  } finally {
    await place.owner.query('drop table system.bare_entries');
    await db.close();
  }
}

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return perRound / ((performance.now() - started) / 1000);
}

/** Each of several sides takes the next batch when it is done with one. */
async function inBatches(contactIds: readonly string[], take: (batch: string[]) => Promise<unknown>) {
  const batches = Array.from({ length: perRound / atOnce }, (_, nth) =>
    contactIds.slice(nth * atOnce, (nth + 1) * atOnce),
  );
  const oneSide = async (): Promise<void> => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) await take(batch);
  };
  await Promise.all(Array.from({ length: sides }, oneSide));
}

async function appendAndSeal(db: Database, { owner, workspaceId, contactIds }: LedgerGround): Promise<void> {
  const scope = { workspaceId, actor: { kind: 'system', id: 'bench' } } as const;
  await inBatches(contactIds, (batch) =>
    db.inWorkspace(scope, (tx) =>
      recordConsent(
        tx,
        batch.map((contactId) => entryOf({ workspaceId, contactId, at: tx.now })),
      ),
    ),
  );
  // The program seals too: whoever comes first.
  for (let waiting = true; waiting;) {
    await sealAll(db);
    const { rows } = await owner.query('select from consent_unsealed where workspace_id = $1 limit 1', [
      workspaceId,
    ]);
    waiting = rows.length > 0;
  }
}

interface Said {
  workspaceId: string;
  contactId: string;
  at: Date;
}

const entryOf = (said: Said): NewConsentEntry => ({
  ...said,
  kind: 'granted',
  purpose: 'promotions',
  source: 'form',
  country: 'IN',
  campaign: 'Diwali',
  evidence: { ip: '203.0.113.7', device: 'Mozilla/5.0 (Linux; Android 14)', method: 'ticked a box' },
});

function insertBare(db: Database, { workspaceId, contactIds }: LedgerGround): Promise<void> {
  return inBatches(contactIds, (batch) =>
    db.acrossWorkspaces('ledger', (tx) =>
      tx.sql(
        `insert into system.bare_entries (workspace_id, entry_id, contact_id, kind, purpose, source, at, recorded_at, country,
           campaign, actor_kind, actor_id, commitment, salt, details)
         select $1, gen_random_uuid(), contact_id, 'granted', 'promotions', 'form', $3, $3, 'IN', 'Diwali', 'system', 'bench',
           sha256(contact_id::text::bytea), sha256(contact_id::text::bytea), $4
         from unnest($2::uuid[]) as contact_id`,
        [
          workspaceId,
          batch,
          tx.now,
          JSON.stringify(entryOf({ workspaceId, contactId: '', at: tx.now }).evidence),
        ],
      ),
    ),
  );
}

import { sealAll, verifyLedger } from '../../apps/server/src/modules/consent/index.ts';
import { openLedgerKey } from '../../apps/server/src/modules/consent/index.ts';
import type { Database } from '../../apps/server/src/platform/db/index.ts';
import { openDatabase } from '../ground/database.ts';
import type { Ground } from '../ground/ground.ts';
import { openLedgerGround, type LedgerGround } from '../ground/ledger.ts';
import { compare, type Result } from '../ground/scenario.ts';

const perContact = 4;
/** A smaller machine plants fewer: `LEDGER_ENTRIES=200000 npm run bench -- ledger-verify`. */
const entries = Number(process.env['LEDGER_ENTRIES'] ?? 1_000_000);

/**
 * Everything about a ledger checked: chain, evidence, notices and the state of each contact, against the database
 * reading and hashing each of these rows by itself, where it is.
 */
export async function measure(ground: Ground): Promise<Result> {
  const db = await openDatabase(ground.dataFolder);
  await using place = await openLedgerGround(ground, entries / perContact);
  const { owner, workspaceId } = place;
  await plantLedger(db, place);
  const parts = {
    keyOf: () => openLedgerKey(Buffer.alloc(32), workspaceId),
    storage: { list: async function* () {} } as unknown as Parameters<typeof verifyLedger>[1]['storage'],
  };
  const scope = { workspaceId, actor: { kind: 'system', id: 'bench' } } as const;
  const perSecond = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return entries / ((performance.now() - started) / 1000);
  };
  try {
    return await compare(
      'per s',
      () =>
        perSecond(async () => {
          const {
            entries: found,
            problems,
            findings,
          } = await db.readWorkspace(scope, (tx) => verifyLedger(tx, parts, workspaceId));
          if (found !== entries || problems > 0)
            throw new Error(`${problems} of ${found}: ${JSON.stringify(findings[0])}`);
        }),
      () => perSecond(() => owner.query(bareHashing, [workspaceId])),
    );
  } finally {
    await db.close();
  }
}

const bareHashing = `
  select max(sha256(convert_to(entry::text, 'UTF8'))), max(sha256(details.salt || convert_to(details.details, 'UTF8')))
  from consent_seals seal
  join consent_entries entry on entry.workspace_id = $1 and entry.entry_id = seal.entry_id
  left join consent_details details on details.workspace_id = $1 and details.entry_id = seal.entry_id
  where seal.workspace_id = $1`;

/** Each agreed, took it back, agreed to news of orders, and agreed again; sealed by what seals them in the program. */
async function plantLedger(db: Database, { owner, workspaceId, contactIds }: LedgerGround): Promise<void> {
  await owner.query('set synchronous_commit = off');
  await owner.query(
    `with said as materialized (
       select contact_id, nth, gen_random_uuid() as entry_id, sha256(gen_random_uuid()::text::bytea) as salt,
         json_build_object('ip', '203.0.113.' || nth, 'device', 'Mozilla/5.0 (Linux; Android 14)', 'of', contact_id)::text as details
       from unnest($2::uuid[]) as contact_id, generate_series(1, ${perContact}) as nth
     ), entries as (
       insert into consent_entries (workspace_id, entry_id, contact_id, kind, purpose, source, at, recorded_at, country,
         campaign, commitment, actor_kind, actor_id)
       select $1, entry_id, contact_id, case nth when 2 then 'withdrawn' else 'granted' end,
         case nth when 3 then 'orders' else 'promotions' end, 'form', now() - interval '1 hour' + nth * interval '1 second',
         now(), 'IN', 'Diwali', sha256(salt || convert_to(details, 'UTF8')), 'system', 'bench' from said
     ), details as (
       insert into consent_details (workspace_id, entry_id, salt, details) select $1, entry_id, salt, details from said
     ), states as (
       insert into consent_states (workspace_id, contact_id, granted, withdrawn, updated_at)
       select $1, contact_id, '{orders,promotions}', '{}', now() from unnest($2::uuid[]) as contact_id
     )
     insert into consent_unsealed (workspace_id, entry_id) select $1, entry_id from said`,
    [workspaceId, contactIds],
  );
  for (let waiting = true; waiting;) {
    await sealAll(db);
    const { rows } = await owner.query('select from consent_unsealed where workspace_id = $1 limit 1', [
      workspaceId,
    ]);
    waiting = rows.length > 0;
  }
  await owner.query('reset role');
  await owner.query(
    'vacuum analyze consent_entries, consent_details, consent_seals, consent_states, consent_unsealed',
  );
  await owner.query('set role trikon_system');
}

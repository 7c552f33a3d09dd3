import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { entryText, lineOf, nextHash, origin, timeSql } from '../chain.ts';
import { signStatement } from '../signing.ts';

type Sql = <Row extends object = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;

/** What somebody who may do everything in the database does with a ledger of so many entries. */
export interface Tampering {
  kind: (typeof kinds)[number];
  at: number;
  other: number;
  pick: number;
}

const kinds = [
  'edit',
  'delete',
  'insert',
  'reorder',
  'swap evidence',
  'cut the end',
  'write anew',
  'forge a checkpoint',
] as const;

export const tamperings = (entries: number): fc.Arbitrary<Tampering> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.integer({ min: 1, max: entries }),
    other: fc.integer({ min: 1, max: entries - 1 }),
    pick: fc.nat(9_999),
  });

export interface Scene {
  sql: Sql;
  workspaceId: string;
  entries: number;
}

export function tamper(scene: Scene, { kind, at, other, pick }: Tampering): Promise<unknown> {
  // Another place than `at`.
  const second = ((at - 1 + other) % scene.entries) + 1;
  if (kind === 'edit') return edit(scene, at, pick);
  if (kind === 'delete') return deleteRow(scene, at, pick);
  if (kind === 'insert') return insert(scene, at, pick);
  if (kind === 'reorder') return reorder(scene, [at, second], pick);
  if (kind === 'swap evidence') return swapEvidence(scene, at, second);
  if (kind === 'cut the end') return cutEnd(scene, at, pick);
  if (kind === 'write anew') return writeAnew(scene, at, pick);
  return forgeCheckpoint(scene, pick);
}

/** Every column that says anything, with the rows that have it; `$2` is a place in the chain. */
const ofPlace = 'entry_id = (select entry_id from consent_seals where workspace_id = $1 and seq = $2)';
const editable: [table: string, where: string, columns: string[]][] = [
  [
    'consent_entries',
    ofPlace,
    `workspace_id entry_id contact_id kind purpose reason source at notice_id notice_version language text_hash country
     campaign store terms_url commitment actor_kind actor_id recorded_at`.split(/\s+/),
  ],
  ['consent_details', ofPlace, ['workspace_id', 'entry_id', 'salt', 'details']],
  ['consent_seals', 'seq = $2', ['workspace_id', 'seq', 'entry_id', 'sealed_at', 'hash']],
  ['consent_ledgers', '$2::int > 0', ['workspace_id', 'seq', 'hash', 'sealed_at']],
  ['consent_checkpoints', '$2::int > 0', ['workspace_id', 'seq', 'at', 'head', 'key_id', 'signature']],
  ['consent_notice_versions', '$2::int > 0', ['workspace_id', 'notice_id', 'version', 'texts', 'terms_url']],
  [
    'consent_states',
    'contact_id = (select contact_id from consent_entries where workspace_id = $1 and ' + ofPlace + ')',
    ['granted', 'withdrawn', 'stopped_at'],
  ],
];
export const everyColumn = editable.flatMap(([table, where, columns]) =>
  columns.map((column) => ({ table, where, column })),
);

const edit = (scene: Scene, at: number, pick: number): Promise<void> =>
  editColumn(scene, everyColumn[pick % everyColumn.length]!, at);

export async function editColumn(
  { sql, workspaceId }: Scene,
  { table, where, column }: (typeof everyColumn)[number],
  at: number,
): Promise<void> {
  const [type] = await sql<{ name: string }>(
    `select format_type(atttypid, null) as name from pg_attribute where attrelid = $1::regclass and attname = $2`,
    [table, column],
  );
  await sql(
    `update ${table} set ${column} = ${otherValue(type!.name, column)} where workspace_id = $1 and ${where}`,
    [workspaceId, at],
  );
}

function otherValue(type: string, column: string): string {
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type === 'text') return `coalesce(${column}, '') || 'x'`;
  if (type === 'timestamp with time zone') return `coalesce(${column}, now()) + interval '1 microsecond'`;
  if (type === 'integer' || type === 'bigint') return `coalesce(${column}, 0) + 1`;
  if (type === 'bytea') return `coalesce(set_byte(${column}, 0, 255 - get_byte(${column}, 0)), 'x')`;
  if (type === 'text[]') return `array_append(${column}, 'orders.x')`;
  return `replace(${column}::text, 'Yes', 'No')::jsonb`;
}

const deletable = editable.filter(([table]) => table !== 'consent_notice_versions');

async function deleteRow({ sql, workspaceId }: Scene, at: number, pick: number): Promise<void> {
  const [table, where] = deletable[pick % deletable.length]!;
  await sql(`delete from ${table} where workspace_id = $1 and ${where}`, [workspaceId, at]);
}

const copied = `insert into consent_entries select (jsonb_populate_record(entry,
    jsonb_build_object('entry_id', gen_random_uuid(), 'source', 'forged'))).*
  from consent_entries entry where workspace_id = $1 and ${ofPlace} returning entry_id as id`;

/** Where the chain goes on, in the middle of it, in its queue, or beside it. */
async function insert(scene: Scene, at: number, pick: number): Promise<void> {
  const { sql, workspaceId, entries } = scene;
  const [copy] = await sql<{ id: string }>(copied, [workspaceId, at]);
  const place = (seq: number) =>
    sql(`insert into consent_seals values ($1, $2, $3, now(), sha256('forged'))`, [
      workspaceId,
      seq,
      copy!.id,
    ]);
  const ways = [
    () => Promise.resolve(),
    () => place(entries + 1),
    async () => {
      await sql(`update consent_seals set seq = -seq where workspace_id = $1 and seq >= $2`, [
        workspaceId,
        at,
      ]);
      await sql(`update consent_seals set seq = 1 - seq where workspace_id = $1 and seq < 0`, [workspaceId]);
      await place(at);
      await chainAnew(scene);
    },
    async () => {
      await sql(`delete from consent_entries where workspace_id = $1 and entry_id = $2`, [
        workspaceId,
        copy!.id,
      ]);
      await sql(
        `insert into consent_unsealed select workspace_id, entry_id from consent_seals where workspace_id = $1 and seq = $2`,
        [workspaceId, at],
      );
    },
    async () => {
      await place(at + 1_000);
      await sql(`update consent_ledgers set seq = $2 where workspace_id = $1`, [workspaceId, at + 1_000]);
    },
  ];
  await ways[pick % ways.length]!();
}

async function reorder(scene: Scene, [one, two]: [number, number], pick: number): Promise<void> {
  const { sql, workspaceId } = scene;
  const column = ['entry_id', 'hash', 'seq'][pick % 3]!;
  const values = await sql<{ seq: number; value: unknown }>(
    `select seq::int, ${column} as value from consent_seals where workspace_id = $1 and seq in ($2, $3)`,
    [workspaceId, one, two],
  );
  const valueAt = (seq: number): unknown => values.find((row) => row.seq === seq)!.value;
  const set = (seq: number, value: unknown) =>
    sql(`update consent_seals set ${column} = $3 where workspace_id = $1 and seq = $2`, [
      workspaceId,
      seq,
      value,
    ]);
  const aside = { entry_id: workspaceId, hash: Buffer.from('aside'), seq: -1 }[column];
  const [first, second] = [valueAt(one), valueAt(two)];
  await set(one, aside);
  await set(two, first);
  await set(column === 'seq' ? -1 : one, second);
  // To chain swapped hashes anew would undo it.
  if (pick % 2 === 0 && column !== 'hash') await chainAnew(scene);
}

async function swapEvidence({ sql, workspaceId }: Scene, one: number, two: number): Promise<void> {
  await sql(
    `with pair as (
       select seal.seq, details.* from consent_seals seal join consent_details details using (workspace_id, entry_id)
       where seal.workspace_id = $1 and seal.seq in ($2, $3)
     )
     update consent_details details set salt = other.salt, details = other.details
     from pair own, pair other
     where own.seq <> other.seq and details.workspace_id = $1 and details.entry_id = own.entry_id`,
    [workspaceId, one, two],
  );
}

/** With everything that says that there was more, as far as it is in the database. */
async function cutEnd({ sql, workspaceId }: Scene, at: number, pick: number): Promise<void> {
  const cut = [workspaceId, at];
  await sql(
    `with gone as (delete from consent_seals where workspace_id = $1 and seq >= $2 returning entry_id),
       entries as (delete from consent_entries where workspace_id = $1 and entry_id in (select entry_id from gone))
     delete from consent_details where workspace_id = $1 and entry_id in (select entry_id from gone)`,
    cut,
  );
  await sql(
    `update consent_ledgers ledger set seq = $2 - 1,
       hash = coalesce((select hash from consent_seals where workspace_id = $1 and seq = $2 - 1), decode('${origin}', 'hex')),
       sealed_at = coalesce((select sealed_at from consent_seals where workspace_id = $1 and seq = $2 - 1), sealed_at)
     where workspace_id = $1`,
    cut,
  );
  if (pick % 2 === 0) await sql(`delete from consent_checkpoints where workspace_id = $1`, [workspaceId]);
}

/** An entry is changed, and everything behind it made to fit, checkpoints in the database too. */
async function writeAnew(scene: Scene, at: number, pick: number): Promise<void> {
  const { sql, workspaceId } = scene;
  const changes = [
    `source = 'forged'`,
    `at = at - interval '1 year'`,
    `contact_id = gen_random_uuid()`,
    `kind = case kind when 'granted' then 'withdrawn' else 'granted' end`,
  ];
  await sql(
    `update consent_entries set ${changes[pick % changes.length]!} where workspace_id = $1 and ${ofPlace}`,
    [workspaceId, at],
  );
  await chainAnew(scene);
  if (pick % 3 === 0) await forgeCheckpoint(scene, pick);
}

async function chainAnew({ sql, workspaceId }: Scene): Promise<void> {
  const rows = await sql<{ seq: number; sealedAt: string; entry: string }>(
    `select seq::int, ${timeSql('seal.sealed_at')} as "sealedAt", ${entryText} as entry
     from consent_seals seal join consent_entries entry using (workspace_id, entry_id)
     where workspace_id = $1 order by seq`,
    [workspaceId],
  );
  let hash = origin;
  const hashes = rows.map((row) => (hash = nextHash(hash, lineOf(workspaceId, row))));
  await sql(
    `update consent_seals seal set hash = decode(new.hash, 'hex') from unnest($2::bigint[], $3::text[]) as new (seq, hash)
     where workspace_id = $1 and seal.seq = new.seq`,
    [workspaceId, rows.map(({ seq }) => seq), hashes],
  );
  await sql(
    `update consent_ledgers set (seq, hash, sealed_at) = (
       select seq, hash, sealed_at from consent_seals where workspace_id = $1 order by seq desc limit 1)
     where workspace_id = $1`,
    [workspaceId],
  );
}

/** Signed by a key of whoever forges; with the right key's name or their own. */
async function forgeCheckpoint({ sql, workspaceId }: Scene, pick: number): Promise<void> {
  const [row] = await sql<{ seq: number; head: string; keyId: string; at: Date }>(
    `select ledger.seq::int, encode(ledger.hash, 'hex') as head, key_id as "keyId", at
     from consent_ledgers ledger join consent_checkpoints using (workspace_id) where workspace_id = $1 limit 1`,
    [workspaceId],
  );
  const pair = generateKeyPairSync('ed25519');
  const keyId = pick % 2 === 0 ? row!.keyId : '0123456789abcdef';
  const statement = { workspaceId, seq: row!.seq, head: row!.head, at: row!.at.toISOString(), keyId };
  const signature = signStatement({ ...pair, id: keyId, publicPem: '' }, statement);
  await sql(
    `update consent_checkpoints set seq = $2, head = decode($3, 'hex'), key_id = $4, signature = decode($5, 'base64')
     where workspace_id = $1`,
    [workspaceId, row!.seq, row!.head, keyId, signature],
  );
}

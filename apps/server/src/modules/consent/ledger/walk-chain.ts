import { commitmentTo } from '../details.ts';
import type { AnyTx } from '../states.ts';
import { entryText, lineOf, nextHash, origin, timeSql } from './chain.ts';
import type { Findings } from './findings.ts';

export interface Link {
  seq: number;
  sealedAt: string;
  hash: string;
  entryId: string;
  contactId: string | null;
  /** Null when the entry is gone. */
  entry: string | null;
  commitment: string | null;
  details: string | null;
  salt: Buffer | null;
}

const atOnce = 20_000;

/** One step of a ledger of any length. */
export const readLinks = (tx: AnyTx, workspaceId: string, after: number, upTo: number): Promise<Link[]> =>
  tx.sql<Link>(
    `select seal.seq::float8 as seq, ${timeSql('seal.sealed_at')} as "sealedAt", encode(seal.hash, 'hex') as hash,
       seal.entry_id as "entryId", entry.contact_id as "contactId", ${entryText} as entry,
       encode(entry.commitment, 'hex') as commitment, details.details, details.salt
     from consent_seals seal
     left join consent_entries entry on entry.workspace_id = $1 and entry.entry_id = seal.entry_id
     left join consent_details details on details.workspace_id = $1 and details.entry_id = seal.entry_id
     where seal.workspace_id = $1 and seal.seq > $2 and seal.seq <= $3 order by seal.seq limit ${atOnce}`,
    [workspaceId, after, upTo],
  );

/** The next step is fetched while this one is looked at. */
async function* readChain(tx: AnyTx, workspaceId: string, upTo: number): AsyncGenerator<Link[]> {
  let next: Promise<Link[]> | null = readLinks(tx, workspaceId, Number.MIN_SAFE_INTEGER, upTo);
  while (next !== null) {
    const links: Link[] = await next;
    const last = links.at(-1);
    const isLast = links.length < atOnce || last === undefined;
    next = isLast ? null : readLinks(tx, workspaceId, last.seq, upTo);
    // Whoever stops early leaves it unread.
    next?.catch(() => {});
    yield links;
  }
}

interface Walk {
  workspaceId: string;
  /** By place: the hash that a signed checkpoint knows. */
  claims: ReadonlyMap<number, string>;
  found: Findings;
}

export async function walkChain(
  tx: AnyTx,
  { workspaceId, claims, found }: Walk,
): Promise<{ entries: number; erased: number }> {
  const head = await readHead(tx, workspaceId);
  const erasedUpTo = await readErasures(tx, workspaceId);
  const at = { seq: 0, hash: origin, sealedAt: '' };
  let [entries, erased] = [0, 0];
  for await (const links of readChain(tx, workspaceId, head?.seq ?? Number.MAX_SAFE_INTEGER)) {
    for (const link of links) {
      if (link.seq !== at.seq + 1) found.add('place_missing', link.seq);
      if (link.entry === null) found.add('entry_missing', link.seq, link.entryId);
      else if (nextHash(at.hash, lineOf(workspaceId, { ...link, entry: link.entry })) !== link.hash)
        found.add('entry_changed', link.seq, link.entryId);
      const claim = claims.get(link.seq);
      if (claim !== undefined && claim !== link.hash) found.add('rewritten', link.seq);
      if (checkDetails(link, erasedUpTo, found)) erased++;
      Object.assign(at, link);
      entries++;
    }
  }
  if (head !== null && !isEnd(head, at)) found.add('end_wrong', at.seq);
  if (head === null && entries > 0) found.add('end_wrong', at.seq);
  for (const seq of claims.keys()) if (seq > at.seq) found.add('end_cut', seq);
  return { entries, erased };
}

interface Head {
  seq: number;
  hash: string;
  sealedAt: string;
  /** The last place that is taken. */
  last: number;
}

/** Where the reading ends: more may be sealed meanwhile. */
async function readHead(tx: AnyTx, workspaceId: string): Promise<Head | null> {
  const [head] = await tx.sql<Head>(
    `select seq::float8 as seq, encode(hash, 'hex') as hash, ${timeSql('sealed_at')} as "sealedAt",
       coalesce((select max(seq) from consent_seals where workspace_id = $1), 0)::float8 as last
     from consent_ledgers where workspace_id = $1`,
    [workspaceId],
  );
  return head ?? null;
}

const isEnd = (head: Head, at: Omit<Head, 'last'>): boolean =>
  head.last === head.seq &&
  at.seq === head.seq &&
  at.hash === head.hash &&
  (at.seq === 0 || at.sealedAt === head.sealedAt);

/** By contact: up to which place their evidence was erased. */
async function readErasures(tx: AnyTx, workspaceId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.sql<{ contactId: string; seq: number | null }>(
    `select contact_id as "contactId", max(coalesce(seal.seq, ${Number.MAX_SAFE_INTEGER}))::float8 as seq
     from consent_entries entry
     left join consent_seals seal on seal.workspace_id = $1 and seal.entry_id = entry.entry_id
     where entry.workspace_id = $1 and kind = 'erased' group by contact_id`,
    [workspaceId],
  );
  return new Map(rows.map(({ contactId, seq }) => [contactId, seq ?? Number.MAX_SAFE_INTEGER]));
}

/** Whether it was erased, as the ledger itself says. */
function checkDetails(
  { seq, entryId, contactId, entry, commitment, details, salt }: Link,
  erasedUpTo: ReadonlyMap<string, number>,
  found: Findings,
): boolean {
  if (entry === null) return false;
  if (details === null || salt === null) {
    if (commitment === null) return false;
    if ((erasedUpTo.get(contactId ?? '') ?? 0) > seq) return true;
    found.add('details_missing', seq, entryId);
  } else if (commitment === null) found.add('details_added', seq, entryId);
  else if (commitmentTo(salt, details) !== commitment) found.add('details_changed', seq, entryId);
  return false;
}

import { hash } from 'node:crypto';

/** What comes before the first. */
export const origin = '0'.repeat(64);

/**
 * An entry as it is hashed: a JSON array without spaces of its workspace, its place, when it got it, and all of its
 * columns in the order of `entryText`. Who checks a ledger elsewhere rebuilds these bytes, so they never change.
 */
export const lineOf = (workspaceId: string, { seq, sealedAt, entry }: Placed): string =>
  `["${workspaceId}",${seq},"${sealedAt}",${entry}]`;

interface Placed {
  seq: number;
  sealedAt: string;
  entry: string;
}

export const nextHash = (previous: string, line: string): string =>
  hash('sha256', `${previous}\n${line}`, 'hex');

/** As PostgreSQL writes a time below. */
export const timeText = (time: Date): string => time.toISOString().replace('Z', '000Z');

export const timeSql = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const text = (column: string): string => `coalesce(to_json(${column})::text, 'null')`;
const plain = (column: string): string => `'"' || ${column} || '"'`;
const bare = (column: string): string => `coalesce(${column}::text, 'null')`;
const bytes = (column: string): string => `coalesce('"' || encode(${column}, 'hex') || '"', 'null')`;

/** The columns of `entry` as the inside of that array. */
export const entryText = [
  plain('entry.entry_id'),
  plain('entry.contact_id'),
  plain('entry.kind'),
  text('entry.purpose'),
  text('entry.reason'),
  text('entry.source'),
  plain(timeSql('entry.at')),
  plain(timeSql('entry.recorded_at')),
  text('entry.notice_id'),
  bare('entry.notice_version'),
  text('entry.language'),
  text('entry.text_hash'),
  text('entry.country'),
  text('entry.campaign'),
  text('entry.store'),
  text('entry.terms_url'),
  text('entry.actor_kind'),
  text('entry.actor_id'),
  bytes('entry.commitment'),
].join(` || ',' || `);

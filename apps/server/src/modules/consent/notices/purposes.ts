import { consentPurposes } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { notFound, Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { baseOf, categoriesFor, type BasePurpose, type MessageCategory } from '../rules.ts';
import type { AnyTx } from '../states.ts';
import { builtInWords, type PurposeTexts } from './built-in-words.ts';

export interface ShownPurpose {
  purpose: string;
  base: BasePurpose;
  builtIn: boolean;
  categories: MessageCategory[];
  texts: PurposeTexts;
  archivedAt: Date | null;
}

interface PurposeRow {
  purpose: string;
  texts: PurposeTexts;
  archivedAt: Date | null;
}

/** The built-in ones first, each followed by its parts. */
export async function listPurposes(tx: AnyTx, workspaceId: string): Promise<ShownPurpose[]> {
  const rows = await tx.sql<PurposeRow>(
    `select purpose, texts, archived_at as "archivedAt" from consent_purposes
     where workspace_id = $1 order by purpose collate "C"`,
    [workspaceId],
  );
  return consentPurposes.flatMap((base) => {
    const renamed = rows.find(({ purpose }) => purpose === base);
    const whole = { purpose: base, texts: { ...builtInWords[base], ...renamed?.texts }, archivedAt: null };
    const parts = rows.filter(({ purpose }) => purpose !== base && baseOf(purpose) === base);
    return [whole, ...parts].map(shown);
  });
}

const shown = (row: PurposeRow): ShownPurpose => ({
  ...row,
  base: baseOf(row.purpose),
  builtIn: row.purpose === baseOf(row.purpose),
  categories: categoriesFor(row.purpose),
});

async function getPurpose(tx: Tx, purpose: string): Promise<ShownPurpose> {
  const all = await listPurposes(tx, tx.workspaceId);
  const found = all.find((each) => each.purpose === purpose);
  if (found === undefined) throw notFound('purpose');
  return found;
}

/** Whether somebody may be asked for it now. */
export async function isOfferedPurpose(tx: Tx, purpose: string): Promise<boolean> {
  const all = await listPurposes(tx, tx.workspaceId);
  return all.some((each) => each.purpose === purpose && each.archivedAt === null);
}

export async function createPurpose(
  tx: Tx,
  { base, key, texts }: { base: BasePurpose; key: string; texts: PurposeTexts },
): Promise<ShownPurpose> {
  const purpose = `${base}.${key}`;
  const added = await tx.sql(
    `insert into consent_purposes (workspace_id, purpose, texts, created_at, updated_at)
     values ($1, $2, $3, $4, $4) on conflict do nothing returning purpose`,
    [tx.workspaceId, purpose, JSON.stringify(texts), tx.now],
  );
  if (added.length === 0)
    throw new Refusal('conflict', `There is a purpose ${purpose} already, perhaps an archived one.`);
  return told(tx, purpose, 'created');
}

export async function updatePurpose(
  tx: Tx,
  { purpose, texts }: { purpose: string; texts: PurposeTexts },
): Promise<ShownPurpose> {
  await getPurpose(tx, purpose);
  await tx.sql(
    `insert into consent_purposes (workspace_id, purpose, texts, created_at, updated_at)
     values ($1, $2, $3, $4, $4)
     on conflict (workspace_id, purpose) do update set texts = excluded.texts, updated_at = excluded.updated_at`,
    [tx.workspaceId, purpose, JSON.stringify(texts), tx.now],
  );
  return told(tx, purpose, 'updated');
}

export async function setArchived(tx: Tx, purpose: string, archived: boolean): Promise<ShownPurpose> {
  const found = await getPurpose(tx, purpose);
  if (found.builtIn) throw new Refusal('conflict', 'Messages rest on the built-in purposes, so they stay.');
  await tx.sql(
    `update consent_purposes set archived_at = $3, updated_at = $4 where workspace_id = $1 and purpose = $2`,
    [tx.workspaceId, purpose, archived ? tx.now : null, tx.now],
  );
  return told(tx, purpose, archived ? 'archived' : 'restored');
}

async function told(
  tx: Tx,
  purpose: string,
  what: 'created' | 'updated' | 'archived' | 'restored',
): Promise<ShownPurpose> {
  await publish(tx, { type: 'purpose.changed', data: { purpose, what } });
  return getPurpose(tx, purpose);
}

import { publishIn } from '../../platform/events/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { changeOf, changesBetween } from './changes.ts';
import type { MetaTemplate } from './meta-template.ts';
import { templateColumns, writeTemplates, type AnyTx, type TemplateRow } from './template-row.ts';

export interface Reading {
  workspaceId: string;
  accountId: string;
  /** When Meta was asked, by our clock. */
  readAt: Date;
}

export interface SyncResult {
  total: number;
  added: number;
  changed: number;
  removed: number;
}

/** Makes the templates of an account those that Meta has told of, all of them, and announces what that changes. */
export async function storeTemplates(
  tx: AnyTx,
  reading: Reading,
  found: readonly MetaTemplate[],
): Promise<SyncResult> {
  const { workspaceId, accountId } = reading;
  // Two readings of one account are stored one after the other.
  const [account] = await tx.sql(
    `select account_id from whatsapp_accounts
     where workspace_id = $1 and account_id = $2 and disconnected_at is null for no key update`,
    [workspaceId, accountId],
  );
  if (account === undefined) return { total: 0, added: 0, changed: 0, removed: 0 };
  const known = await tx.sql<TemplateRow>(
    `select ${templateColumns} from templates template
     where workspace_id = $1 and account_id = $2 order by template_id for update`,
    [workspaceId, accountId],
  );
  const steps = compare(reading, known, found, tx.now);
  await writeTemplates(
    tx,
    steps.flatMap(({ after, isNews }) => (isNews ? [after] : [])),
  );
  await touch(tx, reading, steps);
  const result = countOf(steps, found.length);
  const facts = steps.flatMap(({ before, after, isNews }) =>
    before && isNews ? [changeOf(after, changesBetween(before, after))] : [],
  );
  if (facts.length > 0 || result.added > 0) {
    const { added, changed, removed } = result;
    facts.push({ type: 'templates.synced', data: { accountId, added, changed, removed } });
  }
  await publishIn(
    tx,
    facts.map((fact) => ({ ...fact, workspaceId })),
  );
  return result;
}

interface Step {
  before: TemplateRow | null;
  after: TemplateRow;
  /** False when Meta told what was known. */
  isNews: boolean;
}

function compare(
  reading: Reading,
  known: readonly TemplateRow[],
  found: readonly MetaTemplate[],
  now: Date,
): Step[] {
  const byMetaId = new Map(known.map((row) => [row.metaTemplateId, row]));
  const byPlace = new Map(known.map((row) => [placeOf(row), row]));
  // A template that was deleted and made again has another id at Meta, and stays the same one here.
  const pairs = found.map((template) => ({
    template,
    before: byMetaId.get(template.metaTemplateId) ?? byPlace.get(placeOf(template)) ?? null,
  }));
  const seen = new Set(pairs.map(({ before }) => before?.templateId));
  const gone = known.filter((row) => row.removedAt === null && !seen.has(row.templateId));
  return [
    ...pairs.map(({ template, before }): Step => readStep(reading, { template, before }, now)),
    ...gone.map((before): Step => ({
      before,
      after: { ...before, removedAt: now, updatedAt: now },
      isNews: true,
    })),
  ].filter(({ before }) => before === null || isOlder(before, reading));
}

/** The same for one template that was just asked for by its id. */
export async function storeOne(tx: AnyTx, reading: Reading, template: MetaTemplate): Promise<TemplateRow> {
  const { workspaceId, accountId } = reading;
  const [before = null] = await tx.sql<TemplateRow>(
    `select ${templateColumns} from templates template
     where workspace_id = $1 and account_id = $2 and (meta_template_id = $3 or (name = $4 and language = $5))
     order by meta_template_id = $3 desc limit 1 for update`,
    [workspaceId, accountId, template.metaTemplateId, template.name, template.language],
  );
  if (before !== null && !isOlder(before, reading)) return before;
  const { after } = readStep(reading, { template, before }, tx.now);
  await writeTemplates(tx, [after]);
  const changes = before === null ? [] : changesBetween(before, after);
  await publishIn(tx, changes.length === 0 ? [] : [{ ...changeOf(after, changes), workspaceId }]);
  return after;
}

const placeOf = ({ name, language }: Pick<TemplateRow, 'name' | 'language'>): string => `${name} ${language}`;

/** While Meta was asked, a webhook or a later reading may have told more: that stays. */
const isOlder = ({ syncedAt, toldAt }: TemplateRow, { readAt }: Reading): boolean =>
  syncedAt <= readAt && (toldAt === null || toldAt <= readAt);

function readStep(
  { workspaceId, accountId, readAt }: Reading,
  { template, before }: { template: MetaTemplate; before: TemplateRow | null },
  now: Date,
): Step {
  const knownUntil = certainAt(readAt);
  const isSame = (name: 'status' | 'correctCategory'): boolean => before?.[name] === template[name];
  const after: TemplateRow = {
    workspaceId,
    accountId,
    templateId: before?.templateId ?? newId(now),
    createdAt: before?.createdAt ?? now,
    updatedAt: before?.updatedAt ?? now,
    ...template,
    // What Meta tells only by webhook lasts as long as what it belongs to.
    rejection: isSame('status') ? before!.rejection : null,
    pausedUntil: isSame('status') ? before!.pausedUntil : null,
    disabledAt: isSame('status') ? before!.disabledAt : null,
    categoryChangesAt: isSame('correctCategory') ? before!.categoryChangesAt : null,
    statusAt: later(before?.statusAt, knownUntil),
    categoryAt: later(before?.categoryAt, knownUntil),
    qualityAt: later(before?.qualityAt, knownUntil),
    componentsAt: later(before?.componentsAt, knownUntil),
    toldAt: before?.toldAt ?? null,
    syncedAt: readAt,
    removedAt: null,
  };
  const isNews = before === null || changesBetween(before, after).length > 0;
  return { before, after: isNews ? { ...after, updatedAt: now } : after, isNews };
}

/** Meta's clock and ours may differ, so news of the last minute before a reading may not have been in it. */
const certainAt = (readAt: Date): Date => new Date(readAt.getTime() - 60_000);

const later = (one: Date | undefined, other: Date): Date => (one && one > other ? one : other);

/** What is as it was needs no new row but its times. */
async function touch(
  tx: AnyTx,
  { workspaceId, accountId, readAt }: Reading,
  steps: readonly Step[],
): Promise<void> {
  const same = steps.filter(({ isNews }) => !isNews).map(({ after }) => after.templateId);
  await tx.sql(
    `update templates set synced_at = $4, status_at = greatest(status_at, $5), category_at = greatest(category_at, $5),
       quality_at = greatest(quality_at, $5), components_at = greatest(components_at, $5)
     where workspace_id = $1 and account_id = $2 and template_id = any($3::uuid[])`,
    [workspaceId, accountId, same, readAt, certainAt(readAt)],
  );
}

function countOf(steps: readonly Step[], total: number): SyncResult {
  const news = steps.filter(({ isNews }) => isNews);
  const added = news.filter(({ before }) => before === null).length;
  const removed = news.filter(
    ({ before, after }) => before?.removedAt === null && after.removedAt !== null,
  ).length;
  return { total, added, removed, changed: news.length - added - removed };
}

import { textIn, type Json, type UpdateOf } from '@trikon/whatsapp/webhooks';
import type { SystemTx } from '../../platform/db/index.ts';
import { publishIn } from '../../platform/events/index.ts';
import { changeOf, changesBetween } from './changes.ts';
import { afterNews } from './heard.ts';
import { queueSync } from './jobs.ts';
import { templateColumns, writeTemplates, type TemplateRow } from './template-row.ts';

/** What a webhook told of a template, of an account that is known. */
export interface TemplateUpdate {
  workspaceId: string;
  accountId: string;
  update: UpdateOf<'template'>;
}

type Wish = Parameters<typeof queueSync>[1][number];

/** Takes in what Meta told of templates, in any order, and asks for a reading where that is not the whole truth. */
export async function applyTemplateUpdates(tx: SystemTx, updates: readonly TemplateUpdate[]): Promise<void> {
  if (updates.length === 0) return;
  const known = await lockTemplates(tx, updates);
  const after = new Map(known);
  const wishes: Wish[] = [];
  for (const { workspaceId, accountId, update } of updates) {
    const key = keyOf(accountId, update);
    const row = after.get(key);
    // Only Meta knows what an unknown one looks like.
    if (row === undefined) wishes.push({ workspaceId, accountId });
    else {
      const heard = hear(row, update, tx.now);
      after.set(key, heard);
      wishes.push(...wishesAfter(row, heard, tx.now));
    }
  }
  const steps = [...after].map(([key, row]) => ({ before: known.get(key)!, row }));
  const told = steps.filter(({ before, row }) => before !== row);
  await writeTemplates(
    tx,
    told.map(({ row }) => row),
  );
  await publishIn(
    tx,
    told.flatMap(({ before, row }) => {
      const changes = changesBetween(before, row);
      return changes.length === 0 ? [] : [{ ...changeOf(row, changes), workspaceId: row.workspaceId }];
    }),
  );
  await queueSync(tx, wishes);
}

/** Meta's id, which is a number as long as that can hold it. The name alone may be another template's by now. */
const keyOf = (accountId: string, { value }: UpdateOf<'template'>): string =>
  `${accountId} ${metaIdIn(value)}`;

const metaIdIn = (value: unknown): string => textIn(value as Json, 'message_template_id') ?? '';

async function lockTemplates(
  tx: SystemTx,
  updates: readonly TemplateUpdate[],
): Promise<Map<string, TemplateRow>> {
  const wanted = updates.map(({ workspaceId, accountId, update }) => ({
    workspaceId,
    accountId,
    metaId: metaIdIn(update.value),
  }));
  const rows = await tx.sql<TemplateRow>(
    `select ${templateColumns} from templates template
     where (workspace_id, account_id, meta_template_id) in (
       select "workspaceId", "accountId", "metaId"
       from jsonb_to_recordset($1::jsonb) as wanted ("workspaceId" uuid, "accountId" uuid, "metaId" text)
     )
     order by workspace_id, template_id for update`,
    [JSON.stringify(wanted)],
  );
  return new Map(rows.map((row) => [`${row.accountId} ${row.metaTemplateId}`, row]));
}

function hear(row: TemplateRow, { field, value, at }: UpdateOf<'template'>, now: Date): TemplateRow {
  const news = { field, value: value as Record<string, unknown>, at: at === undefined ? now : new Date(at) };
  const heard = afterNews(row, news);
  if (heard === row) return row;
  const isNews = changesBetween(row, heard).length > 0;
  return { ...heard, toldAt: now, updatedAt: isNews ? now : row.updatedAt };
}

/** A pause ends by itself, and the webhook that tells so may be lost. */
const afterPause = 5 * 60_000;

function wishesAfter(before: TemplateRow, after: TemplateRow, now: Date): Wish[] {
  const { workspaceId, accountId, templateId, pausedUntil } = after;
  if (before === after) return [];
  const isPartial = before.componentsAt !== after.componentsAt || before.removedAt !== after.removedAt;
  // Clocks differ: it may be older than what Meta was just asked for.
  const isDoubtful = now.getTime() - after.syncedAt.getTime() < 60_000;
  const wishes: Wish[] = isPartial || isDoubtful ? [{ workspaceId, accountId }] : [];
  if (pausedUntil !== null && pausedUntil.getTime() !== before.pausedUntil?.getTime()) {
    const runAt = new Date(Math.max(pausedUntil.getTime(), now.getTime()) + afterPause);
    wishes.push({ workspaceId, accountId, runAt, reason: ` pause ${templateId}` });
  }
  return wishes;
}

import { createHash } from 'node:crypto';
import type { SystemTx } from '../../../platform/db/index.ts';
import { publishIn, type LoggedEventOf } from '../../../platform/events/index.ts';
import { recordIn, type FamilyEntry } from '../families/history.ts';

type Changed = LoggedEventOf<'template.changed'>;

interface LinkedRow {
  workspaceId: string;
  templateId: string;
  accountId: string;
  name: string;
  language: string;
  familyId: string;
  variantId: string;
  versionId: string;
  askedCategory: string;
  category: string;
  correctCategory: string | null;
  categoryChangesAt: Date | null;
  rejectedReason: string | null;
  rejection: { reason?: unknown; recommendation?: unknown } | null;
}

const entries: Readonly<Record<string, FamilyEntry>> = {
  status: 'status_changed',
  quality: 'quality_changed',
  category: 'recategorised',
  correctCategory: 'recategorised',
  removedAt: 'gone_at_whatsapp',
};

/** Writes what WhatsApp told of templates into the history of their families. An event that comes again is known. */
export async function tellFamilies(tx: SystemTx, events: readonly Changed[]): Promise<void> {
  const linked = await readLinked(tx, events);
  const told = events.flatMap((event) => {
    const row = linked.get(event.data.templateId);
    return row === undefined ? [] : entriesOf(event, row);
  });
  const written = await recordIn(
    tx,
    told.map(({ row: _row, ...entry }) => entry),
  );
  const recategorised = told.filter(
    ({ what, entryId, row }) =>
      what === 'recategorised' && written.has(entryId) && otherCategory(row) !== row.askedCategory,
  );
  const byTemplate = new Map(recategorised.map(({ row }) => [row.templateId, row]));
  await publishIn(
    tx,
    [...byTemplate.values()].map((row) => ({
      workspaceId: row.workspaceId,
      type: 'template.recategorised',
      data: {
        templateId: row.templateId,
        accountId: row.accountId,
        name: row.name,
        language: row.language,
        familyId: row.familyId,
        asked: row.askedCategory,
        category: otherCategory(row),
        from: row.categoryChangesAt?.toISOString() ?? null,
      },
    })),
  );
}

const otherCategory = ({ category, correctCategory }: LinkedRow): string => correctCategory ?? category;

async function readLinked(tx: SystemTx, events: readonly Changed[]): Promise<Map<string, LinkedRow>> {
  const rows = await tx.sql<LinkedRow>(
    `select workspace_id as "workspaceId", template_id as "templateId", account_id as "accountId", template.name,
       template.language, family_id as "familyId", variant_id as "variantId", version_id as "versionId",
       asked_category as "askedCategory", category, correct_category as "correctCategory",
       category_changes_at as "categoryChangesAt", rejected_reason as "rejectedReason", rejection
     from template_links join templates as template using (workspace_id, template_id)
     join template_variants as variant using (workspace_id, variant_id)
     where (workspace_id, template_id) in (
       select "workspaceId", "templateId" from jsonb_to_recordset($1::jsonb) as given ("workspaceId" uuid, "templateId" uuid))`,
    [JSON.stringify(events.map(({ workspaceId, data }) => ({ workspaceId, templateId: data.templateId })))],
  );
  return new Map(rows.map((row) => [row.templateId, row]));
}

function entriesOf({ eventId, data }: Changed, row: LinkedRow) {
  return data.changes.flatMap(({ field, before, after }) => {
    const what = entries[field];
    const isNothing = (field === 'removedAt' || field === 'correctCategory') && after === null;
    if (what === undefined || isNothing) return [];
    const { workspaceId, familyId, variantId, versionId, accountId } = row;
    const note = field === 'status' && after === 'REJECTED' ? reasonOf(row) : null;
    const entryId = idOf(`${eventId} ${field}`);
    return [
      { row, workspaceId, entryId, familyId, variantId, versionId, accountId, what, before, after, note },
    ];
  });
}

function reasonOf({ rejectedReason, rejection }: LinkedRow): string | null {
  const words = [rejection?.reason, rejection?.recommendation].filter((each) => typeof each === 'string');
  return words.length > 0 ? words.join(' ') : rejectedReason;
}

/** The same for the same text, in the form of an id. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import type { Tx } from '../../platform/db/index.ts';
import {
  entryPointColumns,
  entryPointTables,
  getEntryPoint,
  shownEntryPoint,
  type EntryPoint,
  type EntryPointKind,
} from './entry-point.ts';
import { languagesOf, noticeOf } from './notice.ts';

interface Counts {
  shown: number | null;
  accepted: number;
  waiting: number;
  declined: number;
  expired: number;
  refused: number;
  refusedFor: Record<string, number>;
}

const countedDays = 30;
const dayLength = 86_400_000;

export async function listEntryPoints(tx: Tx, publicUrl: string) {
  const points = await tx.sql<EntryPoint>(
    `select ${entryPointColumns} from ${entryPointTables} where p.workspace_id = $1
     order by p.active desc, p.created_at desc`,
    [tx.workspaceId],
  );
  const counts = await countsOf(tx, null);
  return { items: points.map((point) => ({ ...shownEntryPoint(point, publicUrl), counts: counts(point) })) };
}

export async function readEntryPoint(tx: Tx, entryPointId: string, publicUrl: string) {
  const point = await getEntryPoint(tx, entryPointId);
  const counts = await countsOf(tx, entryPointId);
  const notice = await noticeOf(tx, point, point.language);
  return {
    ...shownEntryPoint(point, publicUrl),
    counts: counts(point),
    notice: notice && { ...notice, languages: await languagesOf(tx, notice) },
  };
}

/** What a form is shown in; nobody can count who looked at a poster. */
const shownKinds: ReadonlySet<EntryPointKind> = new Set(['website', 'page', 'counter']);

async function countsOf(tx: Tx, entryPointId: string | null): Promise<(point: EntryPoint) => Counts> {
  const since = new Date(tx.now.getTime() - countedDays * dayLength);
  const submissions = await tx.sql<{ id: string; state: keyof Counts; reason: string | null; count: number }>(
    `select entry_point_id as id, ${stateSql('$3')} as state, reason, count(*)::int as count from submissions
     where workspace_id = $1 and at >= $2 and ($4::uuid is null or entry_point_id = $4) group by 1, 2, 3`,
    [tx.workspaceId, since, tx.now, entryPointId],
  );
  const shown = await tx.sql<{ id: string; count: number }>(
    `select entry_point_id as id, sum(shown)::int as count from entry_point_days
     where workspace_id = $1 and day >= $2::date and ($3::uuid is null or entry_point_id = $3) group by 1`,
    [tx.workspaceId, since, entryPointId],
  );
  return ({ entryPointId: id, kind }) => {
    const counts: Counts = { ...none, refusedFor: {} };
    if (shownKinds.has(kind)) counts.shown = shown.find((row) => row.id === id)?.count ?? 0;
    for (const { state, reason, count } of submissions.filter((row) => row.id === id)) {
      counts[state as 'accepted'] += count;
      if (state === 'refused') counts.refusedFor[reason ?? ''] = count;
    }
    return counts;
  };
}

const none = { shown: null, accepted: 0, waiting: 0, declined: 0, expired: 0, refused: 0 };

/** What waited for too long has expired. */
export const stateSql = (now: string): string =>
  `case when state = 'waiting' and expires_at <= ${now} then 'expired' else state end`;

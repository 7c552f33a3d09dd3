import type { submissionStates } from '@trikon/contract';
import type { Tx } from '../../platform/db/index.ts';
import { decodeCursor, pageOf } from '../../platform/paging/index.ts';
import { getEntryPoint } from './entry-point.ts';
import { stateSql } from './read-entry-points.ts';

type State = (typeof submissionStates)[number];

interface Asked {
  entryPointId: string;
  state?: State | undefined;
  cursor?: string | undefined;
  limit: number;
}

interface ShownSubmission {
  submissionId: string;
  at: Date;
  state: State;
  reason: string | null;
  contactId: string | null;
  contactName: string | null;
  contactPhone: string | null;
  purposes: string[];
  language: string;
  evidence: Record<string, unknown>;
  settledAt: Date | null;
}

export async function listSubmissions(tx: Tx, { entryPointId, state, cursor, limit }: Asked) {
  await getEntryPoint(tx, entryPointId);
  const before = decodeCursor(cursor, ['time', 'uuid']);
  const rows = await tx.sql<ShownSubmission>(
    `select s.submission_id as "submissionId", s.at, ${stateSql('$7')} as state, s.reason, c.contact_id as "contactId",
       coalesce(c.name, c.profile_name) as "contactName", coalesce(c.phone, s.phone) as "contactPhone", s.purposes, s.language,
       s.evidence, s.settled_at as "settledAt"
     from submissions s
     left join contacts named on named.workspace_id = s.workspace_id and named.contact_id = s.contact_id
     left join contacts c on c.workspace_id = s.workspace_id and c.contact_id = coalesce(named.merged_into, named.contact_id)
     where s.workspace_id = $1 and s.entry_point_id = $2 and ($3::timestamptz is null or (s.at, s.submission_id) < ($3, $4::uuid))
       and ($5::text is null or ${stateSql('$7')} = $5)
     order by s.at desc, s.submission_id desc limit $6`,
    [
      tx.workspaceId,
      entryPointId,
      before?.[0] ?? null,
      before?.[1] ?? null,
      state ?? null,
      limit + 1,
      tx.now,
    ],
  );
  return pageOf(rows, limit, (row) => [row.at.toISOString(), row.submissionId]);
}

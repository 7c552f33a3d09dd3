import type { submissionRefusals } from '@trikon/contract';
import type { Tx } from '../../platform/db/index.ts';
import { publish } from '../../platform/events/index.ts';
import { newId } from '../../platform/ids/index.ts';
import type { EntryPoint } from './entry-point.ts';

export type SubmissionRefusal = (typeof submissionRefusals)[number];

export interface NewSubmission {
  point: Pick<EntryPoint, 'entryPointId' | 'kind'>;
  at: Date;
  state: 'accepted' | 'waiting' | 'refused';
  reason?: SubmissionRefusal;
  contactId?: string | undefined;
  phone?: string | undefined;
  purposes: readonly string[];
  language: string;
  /** What was shown to whoever still has to confirm it. */
  notice?: { noticeId: string; version: number };
  evidence: Record<string, unknown>;
  originKey?: string | undefined;
  confirmCode?: string | undefined;
  expiresAt?: Date | undefined;
}

/** Keeps attempts, each with its id; null for one that was kept before. */
export async function storeSubmissions(
  tx: Tx,
  submissions: readonly NewSubmission[],
): Promise<(string | null)[]> {
  if (submissions.length === 0) return [];
  const given = submissions.map((submission) => ({ ...submission, submissionId: newId(tx.now) }));
  const stored = await tx.sql<{ id: string }>(
    `insert into submissions (workspace_id, submission_id, entry_point_id, at, state, reason, contact_id, phone, purposes,
       language, notice_id, notice_version, evidence, origin_key, confirm_code, expires_at, settled_at)
     select $1, submission_id, entry_point_id, at, state, reason, contact_id, phone, purposes, language, notice_id, notice_version, evidence, origin_key,
       confirm_code, expires_at, case when state <> 'waiting' then $3::timestamptz end
     from jsonb_to_recordset($2::jsonb) as row (submission_id uuid, entry_point_id uuid, at timestamptz, state text,
       reason text, contact_id uuid, phone text, purposes text[], language text, notice_id uuid, notice_version integer, evidence jsonb, origin_key text,
       confirm_code text, expires_at timestamptz)
     on conflict (workspace_id, origin_key) where origin_key is not null do nothing
     returning submission_id as id`,
    [tx.workspaceId, JSON.stringify(given.map(rowOf)), tx.now],
  );
  const isNew = new Set(stored.map(({ id }) => id));
  await publish(
    tx,
    ...given
      .filter(({ submissionId }) => isNew.has(submissionId))
      .map(({ submissionId, point, state, reason, contactId }) => ({
        type: 'opt_in.submitted' as const,
        data: {
          entryPointId: point.entryPointId,
          kind: point.kind,
          submissionId,
          state,
          reason: reason ?? null,
        },
        ...(contactId !== undefined && { contactId }),
      })),
  );
  return given.map(({ submissionId }) => (isNew.has(submissionId) ? submissionId : null));
}

const rowOf = (submission: NewSubmission & { submissionId: string }) => ({
  submission_id: submission.submissionId,
  entry_point_id: submission.point.entryPointId,
  at: submission.at,
  state: submission.state,
  reason: submission.reason,
  contact_id: submission.contactId,
  phone: submission.phone,
  purposes: submission.purposes,
  language: submission.language,
  notice_id: submission.notice?.noticeId,
  notice_version: submission.notice?.version,
  evidence: submission.evidence,
  origin_key: submission.originKey,
  confirm_code: submission.confirmCode,
  expires_at: submission.expiresAt,
});

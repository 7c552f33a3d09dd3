import type { Tx } from '../../platform/db/index.ts';
import { recordConsent, type NewConsentEntry, type NoticeShown } from '../consent/index.ts';
import type { EntryPoint } from './entry-point.ts';

/** What proves that somebody opted in, beside the notice: only what is known. */
export interface Evidence {
  submissionId?: string;
  ipAddress?: string;
  country?: string;
  device?: string;
  pageUrl?: string;
  referrer?: string;
  utm?: Record<string, string>;
  /** What they did. */
  method?: string;
  messageId?: string;
  /** What they wrote, word for word. */
  text?: string;
  [more: string]: unknown;
}

interface Grant {
  point: Pick<EntryPoint, 'entryPointId' | 'campaign' | 'store' | 'staff'>;
  notice: NoticeShown;
  purposes: readonly string[];
  contactId: string;
  at: Date;
  source: string;
  evidence: Evidence;
}

/** Writes to the ledger that these people agreed, an entry for each purpose. */
export const grantFor = (tx: Tx, grants: readonly Grant[]): Promise<void> =>
  recordConsent(
    tx,
    grants.flatMap((grant) => grant.purposes.map((purpose) => entryOf(tx, grant, purpose))),
  );

function entryOf(
  tx: Tx,
  { point, notice, contactId, at, source, evidence }: Grant,
  purpose: string,
): NewConsentEntry {
  const { country, campaign, store, ...personal } = evidence;
  const entry = {
    workspaceId: tx.workspaceId,
    contactId,
    kind: 'granted' as const,
    purpose,
    source,
    at,
    notice: { noticeId: notice.noticeId, version: notice.version },
    language: notice.language,
    country,
    campaign: wordOf(campaign) ?? personal.utm?.utm_campaign ?? point.campaign ?? undefined,
    store: wordOf(store) ?? point.store ?? undefined,
    termsUrl: notice.termsUrl ?? undefined,
    evidence: {
      ...personal,
      entryPointId: point.entryPointId,
      ...(point.staff !== null && personal.staff === undefined && { staff: point.staff }),
      wording: { heading: notice.heading, body: notice.body, agree: notice.agree },
    },
  };
  // Places ask for nothing but purposes that the contract let pass.
  return entry as NewConsentEntry;
}

const wordOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

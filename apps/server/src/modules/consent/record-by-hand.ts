import type { Tx } from '../../platform/db/index.ts';
import { invalidField } from '../../platform/errors/index.ts';
import { isOfferedPurpose } from './notices/purposes.ts';
import { findApprovedWords } from './notices/current-notice.ts';
import { readConsent, survivorOf, type ShownConsent } from './read.ts';
import { recordConsent, type NewConsentEntry } from './record.ts';

interface Given {
  contactId: string;
  kind: 'granted' | 'withdrawn';
  purpose: string;
  source: string;
  at?: string | undefined;
  notice?: { noticeId: string; version: number } | undefined;
  evidence: Evidence;
}

interface Evidence extends Record<string, unknown> {
  language?: string | undefined;
  country?: string | undefined;
  campaign?: string | undefined;
  store?: string | undefined;
  termsUrl?: string | undefined;
}

/** What a person or a program saw happen elsewhere. */
export async function recordByHand(tx: Tx, { at, evidence, ...given }: Given): Promise<ShownConsent> {
  const contactId = await survivorOf(tx, given.contactId);
  if (given.purpose !== '*' && !(await isOfferedPurpose(tx, given.purpose)))
    throw invalidField(
      'purpose',
      'unknown_purpose',
      `There is no purpose ${given.purpose} in this workspace.`,
    );
  const { language, country, campaign, store, termsUrl, ...personal } = evidence;
  const shown = await noticeShown(tx, given, language);
  const entry = {
    ...given,
    ...shown,
    country,
    campaign,
    store,
    termsUrl: termsUrl ?? shown.termsUrl,
    contactId,
    workspaceId: tx.workspaceId,
    at: happenedAt(tx, at),
    evidence: personal,
    // Anything else than a named grant was refused by the contract.
  } as NewConsentEntry;
  await recordConsent(tx, [entry]);
  return readConsent(tx, contactId);
}

function happenedAt(tx: Tx, at: string | undefined): Date {
  const happened = at === undefined ? tx.now : new Date(at);
  if (happened.getTime() > tx.now.getTime() + mostAhead)
    throw invalidField('at', 'in_the_future', 'Consent is recorded when it has happened, not before.');
  if (happened < earliest)
    throw invalidField('at', 'too_long_ago', 'Nobody agreed to messages before the year 2000.');
  return happened;
}

/** The language that was really shown, which may be a nearer one than the one that was asked for. */
async function noticeShown(
  tx: Tx,
  { notice, purpose }: Pick<Given, 'notice' | 'purpose'>,
  language: string | undefined,
): Promise<{ language?: string | undefined; termsUrl?: string | undefined }> {
  if (notice === undefined) return { language };
  const words = await findApprovedWords(tx, { workspaceId: tx.workspaceId, ...notice, language });
  if (words === null)
    throw invalidField('notice', 'unknown_notice', 'There is no approved notice of that id and version.');
  if (purpose !== '*' && !words.purposes.some((each) => each.purpose === purpose))
    throw invalidField('notice', 'other_purpose', `This notice does not speak of ${purpose}.`);
  return { language: words.language, termsUrl: words.termsUrl ?? undefined };
}

/** What clocks may differ by. */
const mostAhead = 300_000;
const earliest = new Date('2000-01-01T00:00:00Z');

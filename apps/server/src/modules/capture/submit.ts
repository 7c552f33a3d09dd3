import type { NoticeShown } from '../consent/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { invalidField, Refusal } from '../../platform/errors/index.ts';
import { normalisePhone, resolveContacts, type ContactsParts } from '../contacts/index.ts';
import { getEntryPoint, type EntryPoint } from './entry-point.ts';
import { grantFor } from './grant.ts';
import { noticeOf } from './notice.ts';
import { storeSubmissions } from './store-submissions.ts';

interface Told {
  entryPointId: string;
  phone: string;
  source: 'ivr' | 'api' | 'pos';
  externalId: string;
  purposes?: string[] | undefined;
  language?: string | undefined;
  at?: string | undefined;
  evidence: Record<string, string | undefined>;
}

interface Outcome {
  submissionId: string;
  contactId: string | null;
  state: 'accepted' | 'waiting';
}

/** What clocks may differ by. */
const mostAhead = 300_000;

/** What another program saw: a key pressed on the phone, a signature at the till. Once for ever by its own name. */
export async function submit(tx: Tx, contacts: ContactsParts, told: Told): Promise<Outcome> {
  const originKey = `${told.source} ${told.entryPointId} ${told.externalId}`;
  const earlier = await findByOrigin(tx, originKey);
  if (earlier !== undefined) return earlier;
  const point = await getEntryPoint(tx, told.entryPointId);
  const notice = await readyNotice(tx, point, 'api', told.language);
  const purposes = chosenOf(point, told.purposes);
  const at = told.at === undefined ? tx.now : new Date(told.at);
  if (at.getTime() > tx.now.getTime() + mostAhead)
    throw invalidField('at', 'in_the_future', 'An opt-in is told when it has happened, not before.');
  const phone = await readPhone(tx, told.phone);
  const seen = { workspaceId: tx.workspaceId, phone: phone.phone, at: tx.now, source: told.source };
  const [contact] = await resolveContacts(tx, contacts, [seen]);
  const { contactId } = contact!;
  const evidence = {
    ...told.evidence,
    externalId: told.externalId,
    ...(phone.country !== null && { country: phone.country }),
  };
  const { language } = notice;
  const attempt = {
    point,
    at,
    state: 'accepted' as const,
    contactId,
    purposes,
    language,
    evidence,
    originKey,
  };
  const [submissionId] = await storeSubmissions(tx, [attempt]);
  // Told at the same moment by another request.
  if (!submissionId) return (await findByOrigin(tx, originKey))!;
  const proof = { ...evidence, submissionId };
  await grantFor(tx, [{ point, notice, purposes, contactId, at, source: told.source, evidence: proof }]);
  return { submissionId, contactId, state: 'accepted' };
}

async function findByOrigin(tx: Tx, originKey: string): Promise<Outcome | undefined> {
  const [found] = await tx.sql<Outcome>(
    `select submission_id as "submissionId", contact_id as "contactId", state from submissions
     where workspace_id = $1 and origin_key = $2`,
    [tx.workspaceId, originKey],
  );
  return found;
}

/** The notice of a place that can be used in this way now. */
export async function readyNotice(
  tx: Tx,
  point: EntryPoint,
  kind: EntryPoint['kind'],
  language: string | null | undefined,
): Promise<NoticeShown> {
  if (point.kind !== kind)
    throw new Refusal(
      'conflict',
      `“${point.name}” is not a place of the kind ${kind}, so this cannot happen there.`,
    );
  if (!point.active) throw new Refusal('conflict', `“${point.name}” is switched off.`);
  const notice = await noticeOf(tx, point, language ?? point.language);
  if (notice === null)
    throw new Refusal('conflict', `No approved notice says what the purposes of “${point.name}” are.`);
  return notice;
}

function chosenOf(point: EntryPoint, purposes: string[] | undefined): string[] {
  const foreign = purposes?.findIndex((purpose) => !point.purposes.includes(purpose)) ?? -1;
  if (foreign >= 0)
    throw invalidField(
      `purposes.${foreign}`,
      'not_asked_there',
      `“${point.name}” does not ask for this purpose.`,
    );
  return [...new Set(purposes ?? point.purposes)];
}

async function readPhone(tx: Tx, text: string) {
  const [workspace] = await tx.sql<{ country: string }>(
    'select country from workspaces where workspace_id = $1',
    [tx.workspaceId],
  );
  const phone = normalisePhone(text, workspace?.country ?? 'IN');
  if (phone !== null) return phone;
  const sentence = 'This is not a phone number. Write it with its country, as +91 98250 12345.';
  throw invalidField('phone', 'invalid_phone', sentence);
}

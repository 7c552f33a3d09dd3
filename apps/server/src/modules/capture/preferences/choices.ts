import type { Tx } from '../../../platform/db/index.ts';
import { currentNotice, recordConsent, type NewConsentEntry, type NoticeShown } from '../../consent/index.ts';
import type { Evidence } from '../grant.ts';

const choosable = ['promotions', 'orders'] as const;
type Choosable = (typeof choosable)[number];

/** What somebody may choose, as it stands. */
export interface Choice {
  purpose: Choosable;
  on: boolean;
  /** The approved words by which they may agree; null where there are none, and then it can only be taken back. */
  notice: NoticeShown | null;
}

export interface Preferences {
  contactId: string;
  brand: string;
  language: string | null;
  phone: string | null;
  /** They chose in WhatsApp itself to get no marketing from this business. */
  stoppedInWhatsapp: boolean;
  choices: Choice[];
}

interface Row extends Omit<Preferences, 'choices'> {
  granted: string[];
  withdrawn: string[];
}

/** Null for whom there is no more. */
export async function readPreferences(
  tx: Tx,
  contactId: string,
  wanted?: string,
): Promise<Preferences | null> {
  const [row] = await tx.sql<Row>(
    `select c.contact_id as "contactId", w.name as brand, c.language, c.phone, s.stopped_at is not null as "stoppedInWhatsapp",
       coalesce(s.granted, '{}') as granted, coalesce(s.withdrawn, '{}') as withdrawn
     from contacts named
     join contacts c on c.workspace_id = $1 and c.contact_id = coalesce(named.merged_into, named.contact_id)
     join workspaces w on w.workspace_id = $1
     left join consent_states s on s.workspace_id = $1 and s.contact_id = c.contact_id
     where named.workspace_id = $1 and named.contact_id = $2`,
    [tx.workspaceId, contactId],
  );
  if (row === undefined) return null;
  const { granted, withdrawn, ...rest } = row;
  const language = wanted ?? row.language ?? 'en';
  const choices: Choice[] = [];
  for (const purpose of choosable) {
    const notice = await currentNotice(tx, { workspaceId: tx.workspaceId, purposes: [purpose], language });
    choices.push({ purpose, on: isOn(purpose, granted, withdrawn), notice });
  }
  return { ...rest, choices };
}

/** Offers need that they agreed; what follows from an order only that they did not object. */
function isOn(purpose: Choosable, granted: readonly string[], withdrawn: readonly string[]): boolean {
  const isGranted = granted.includes(purpose);
  if (purpose === 'promotions') return isGranted;
  return isGranted || !(withdrawn.includes(purpose) || withdrawn.includes('*'));
}

/** Offers that nobody may be asked about cannot be turned on. What follows from an order may be wanted without a word. */
export const mayTurnOn = ({ purpose, notice }: Choice): boolean => purpose === 'orders' || notice !== null;

/** Writes down what they changed, and nothing that stays as it was. Answers what was turned on and off. */
export async function savePreferences(
  tx: Tx,
  before: Preferences,
  { chosen, evidence, language }: { chosen: ReadonlySet<string>; evidence: Evidence; language: string },
): Promise<{ on: Choosable[]; off: Choosable[] }> {
  const changed = before.choices.filter((choice) => chosen.has(choice.purpose) !== choice.on);
  const off = changed.filter(({ on }) => on);
  const on = changed.filter((choice) => !choice.on && mayTurnOn(choice));
  const about = {
    workspaceId: tx.workspaceId,
    contactId: before.contactId,
    source: 'preferences',
    at: tx.now,
    language,
    evidence,
  };
  await recordConsent(tx, [
    ...off.map(({ purpose }): NewConsentEntry => ({ ...about, kind: 'withdrawn', purpose })),
    ...on.map(({ purpose, notice }): NewConsentEntry => {
      const shown = notice === null ? undefined : { noticeId: notice.noticeId, version: notice.version };
      return { ...about, kind: 'granted', purpose, notice: shown, language: notice?.language ?? language };
    }),
  ]);
  return { on: on.map(({ purpose }) => purpose), off: off.map(({ purpose }) => purpose) };
}

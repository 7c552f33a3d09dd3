import type { Tx } from '../../../platform/db/index.ts';
import { languagesOf } from '../notice.ts';
import {
  baseOf,
  currentNotice,
  listPurposes,
  recordConsent,
  type NewConsentEntry,
  type NoticeShown,
} from '../../consent/index.ts';
import type { Evidence } from '../grant.ts';
import { isPageLanguage, type PageLanguage } from './page-words.ts';

/** Answers to what somebody writes themselves are nothing to choose. */
const choosable = ['promotions', 'orders'] as const;
type Whole = (typeof choosable)[number];

/** What somebody may choose, as it stands. */
export interface Choice {
  purpose: NewGrant['purpose'];
  /** Of which it is a part, or itself. */
  whole: Whole;
  /** As the workspace calls it, by language. */
  texts: Readonly<Record<string, { name: string; explanation: string }>>;
  on: boolean;
  /** The approved words by which they may agree; null where there are none, and then it can only be taken back. */
  notice: NoticeShown | null;
}

type NewGrant = Extract<NewConsentEntry, { kind: 'granted' }>;

export interface Preferences {
  contactId: string;
  brand: string;
  language: string | null;
  phone: string | null;
  /** They chose in WhatsApp itself to get no marketing from this business. */
  stoppedInWhatsapp: boolean;
  choices: Choice[];
  /** In which the page can be read: those of the notices, and two that everybody gets. */
  languages: PageLanguage[];
}

interface Row extends Omit<Preferences, 'choices' | 'languages'> {
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
  const choices = await choicesIn(tx, wanted ?? row.language ?? 'en', { granted, withdrawn });
  return { ...rest, choices, languages: await languagesFor(tx, choices, row.language) };
}

interface State {
  granted: readonly string[];
  withdrawn: readonly string[];
}

/** Each whole and its parts. What is not offered any more is there for as long as somebody may still end it. */
async function choicesIn(tx: Tx, language: string, state: State): Promise<Choice[]> {
  const purposes = await listPurposes(tx, tx.workspaceId);
  const choices: Choice[] = [];
  for (const whole of choosable)
    for (const { purpose, texts, archivedAt } of purposes.filter(({ base }) => base === whole)) {
      const on = isOn(purpose, state);
      if (archivedAt !== null && !(on && state.granted.includes(purpose))) continue;
      const asked = { workspaceId: tx.workspaceId, purposes: [purpose], language };
      const notice = archivedAt === null ? await currentNotice(tx, asked) : null;
      choices.push({ purpose: purpose as Choice['purpose'], whole, texts, on, notice });
    }
  return choices;
}

async function languagesFor(tx: Tx, choices: readonly Choice[], own: string | null): Promise<PageLanguage[]> {
  const found = new Set(['en', 'hi', ...(own === null ? [] : [own.split('-', 1)[0]!])]);
  for (const { notice } of choices)
    if (notice !== null) for (const language of await languagesOf(tx, notice)) found.add(language);
  return [...found].filter(isPageLanguage);
}

/** Offers need that they agreed; what follows from an order only that they did not object. */
function isOn(purpose: string, { granted, withdrawn }: State): boolean {
  const isGranted = granted.includes(purpose);
  const whole = baseOf(purpose);
  if (whole === 'promotions') return isGranted;
  return isGranted || ![purpose, whole, '*'].some((each) => withdrawn.includes(each));
}

/** Offers that nobody may be asked about cannot be turned on. What follows from an order may be wanted without a word. */
export const mayTurnOn = ({ whole, notice }: Choice): boolean => whole === 'orders' || notice !== null;

/**
 * Writes down what they changed, and nothing that stays as it was; and how much that was. Who ends a whole and keeps a
 * part of it says so anew, just after: what is taken back takes its parts along.
 */
export async function savePreferences(
  tx: Tx,
  before: Preferences,
  { chosen, evidence, language }: { chosen: ReadonlySet<string>; evidence: Evidence; language: string },
): Promise<number> {
  const { contactId, choices } = before;
  const off = choices.filter(({ purpose, on }) => on && !chosen.has(purpose));
  const ended = new Set(off.map(({ purpose }) => purpose));
  const kept = choices.filter((choice) => choice.on && chosen.has(choice.purpose) && ended.has(choice.whole));
  const on = choices.filter((choice) => !choice.on && chosen.has(choice.purpose) && mayTurnOn(choice));
  const { workspaceId } = tx;
  const about = { workspaceId, contactId, source: 'preferences', at: tx.now, language, evidence };
  const justBefore = new Date(tx.now.getTime() - 1);
  await recordConsent(tx, [
    ...off.map(({ purpose }): NewConsentEntry => ({ ...about, at: justBefore, kind: 'withdrawn', purpose })),
    ...[...kept.filter(mayTurnOn), ...on].map(({ purpose, notice }): NewConsentEntry => {
      const shown = notice === null ? undefined : { noticeId: notice.noticeId, version: notice.version };
      return { ...about, kind: 'granted', purpose, notice: shown, language: notice?.language ?? language };
    }),
  ]);
  return off.length + on.length;
}

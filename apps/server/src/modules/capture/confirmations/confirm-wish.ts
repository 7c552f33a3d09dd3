import type { Tx } from '../../../platform/db/index.ts';
import { confirmationText, currentNotice, wishButton } from '../../consent/index.ts';
import { send, type SendParts } from '../../messaging/index.ts';
import { linkTo, type PreferenceLinks } from '../preferences/links.ts';
import { wordsIn } from '../words/words-in.ts';

interface Parts {
  sending: SendParts;
  links: PreferenceLinks;
}

interface HeardWish {
  messageId: string;
  contactId: string;
  numberId: string;
  wish: 'stop' | 'start' | 'stop_promotions' | 'agree';
  language: string;
  contactLanguage: string | null;
  brand: string;
  hasOffers: boolean;
}

/** Two programs that answer each other would never end; a person who writes STOP twice has been told. */
const between = 3_600_000;

/**
 * Tells somebody in the chat what became of their wish. It answers what they wrote, within the window that this opened:
 * that is no marketing, and is sent to those who have just ended it.
 */
export async function confirmWish(tx: Tx, { sending, links }: Parts, messageId: string): Promise<void> {
  const heard = await findWish(tx, messageId);
  if (heard === undefined || !(await isDue(tx, heard))) return;
  const language = languageOf(heard);
  const content = (await questionFor(tx, heard, language)) ?? (await answerFor(tx, links, heard, language));
  await send(tx, sending, {
    cause: { kind: 'wish', id: messageId },
    to: { contactId: heard.contactId },
    numberId: heard.numberId,
    origin: 'flow',
    originId: 'opt-out',
    content,
  });
}

async function findWish(tx: Tx, messageId: string): Promise<HeardWish | undefined> {
  const [heard] = await tx.sql<HeardWish>(
    `select w.message_id as "messageId", c.contact_id as "contactId", w.number_id as "numberId", w.wish, w.language,
       c.language as "contactLanguage", workspace.name as brand, coalesce('promotions' = any(s.granted), false) as "hasOffers"
     from heard_wishes w join contacts who using (workspace_id, contact_id)
     join contacts c on c.workspace_id = $1 and c.contact_id = coalesce(who.merged_into, who.contact_id)
     join workspaces workspace on workspace.workspace_id = $1
     left join consent_states s on s.workspace_id = $1 and s.contact_id = c.contact_id
     where w.workspace_id = $1 and w.message_id = $2`,
    [tx.workspaceId, messageId],
  );
  return heard;
}

/** That they pressed the button of our own question needs its answer however soon that is. */
async function isDue(tx: Tx, { contactId, messageId, wish }: HeardWish): Promise<boolean> {
  const due = await tx.sql(
    `insert into wish_confirmations as last (workspace_id, contact_id, message_id, kind, at) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, contact_id) do update set message_id = excluded.message_id, kind = excluded.kind, at = excluded.at
       where last.at <= $6 or last.message_id = excluded.message_id or excluded.kind = 'agree' and last.kind <> 'agree'
     returning 1`,
    [tx.workspaceId, contactId, messageId, wish, tx.now, new Date(tx.now.getTime() - between)],
  );
  return due.length > 0;
}

/** STOP and START are written in every language. */
const languageOf = ({ language, contactLanguage }: HeardWish): string =>
  language === 'en' ? (contactLanguage ?? 'en') : language;

async function answerFor(
  tx: Tx,
  links: PreferenceLinks,
  { wish, brand, contactId }: HeardWish,
  language: string,
) {
  const kind = wish === 'agree' ? 'start' : wish;
  const text = await confirmationText(tx, kind, language);
  const link = links.urlOf(linkTo(tx, contactId));
  const body = text.replaceAll('{brand}', () => brand).replaceAll('{link}', () => link);
  return { type: 'text' as const, text: { body } };
}

/** Who writes START and never agreed to offers is asked, by the approved words; where there are none nobody is asked. */
async function questionFor(tx: Tx, { wish, hasOffers }: HeardWish, language: string) {
  if (wish !== 'start' || hasOffers) return null;
  const { workspaceId } = tx;
  const notice = await currentNotice(tx, { workspaceId, purposes: ['promotions'], language });
  if (notice === null) return null;
  const words = wordsIn(notice.language);
  const text = `*${notice.heading}*\n${notice.body}`
    .slice(0, mostText - words.question.length - 2)
    .toWellFormed();
  const reply = (id: string, title: string) => ({ type: 'reply' as const, reply: { id, title } });
  return {
    type: 'interactive' as const,
    interactive: {
      type: 'button' as const,
      body: { text: `${text}\n\n${words.question}` },
      action: { buttons: [reply(wishButton.agree(notice), words.yes), reply('wish:no', words.no)] },
    },
  };
}

const mostText = 1024;

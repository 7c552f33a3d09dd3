import type { SystemTx, Tx } from '../../platform/db/index.ts';
import { readWish } from '../consent/index.ts';
import { answerPattern } from './ask.ts';
import { codesIn } from './codes.ts';
import { saidKeyword } from './keyword.ts';
import { asksForChoices } from './words/words-in.ts';

/** A message of a customer, as far as it may be an opt-in. */
export interface HeardMessage {
  workspaceId: string;
  messageId: string;
  numberId: string;
  contactId: string;
  at: Date;
  type: string;
  text: string | null;
  content: {
    interactive?: { button_reply?: { id?: unknown } };
    button?: { payload?: unknown };
  };
  referral: Record<string, unknown> | null;
  /** Of the contact as they are known by now. */
  phone: string | null;
  language: string | null;
}

export async function readMessages(
  tx: Tx | SystemTx,
  ids: readonly { workspaceId: string; messageId: string }[],
): Promise<HeardMessage[]> {
  return tx.sql<HeardMessage>(
    `select m.workspace_id as "workspaceId", m.message_id as "messageId", m.number_id as "numberId",
       c.contact_id as "contactId", m.at, m.type, m.text, m.content, m.context -> 'referral' as referral, c.phone, c.language
     from jsonb_to_recordset($1::jsonb) as named (workspace_id uuid, message_id uuid)
     join messages m on m.workspace_id = named.workspace_id and m.message_id = named.message_id
     join contacts who on who.workspace_id = m.workspace_id and who.contact_id = m.contact_id
     join contacts c on c.workspace_id = m.workspace_id and c.contact_id = coalesce(who.merged_into, who.contact_id)
     where m.direction = 'in' order by m.at, m.message_id`,
    [
      JSON.stringify(
        ids.map(({ workspaceId, messageId }) => ({ workspace_id: workspaceId, message_id: messageId })),
      ),
    ],
  );
}

/** Everything in a message that may make it an opt-in, or the answer to a question. */
export interface Said {
  answer: { submissionId: string; says: 'yes' | 'no' } | null;
  codes: string[];
  keyword: string;
  /** The language of who asks for what they get. */
  choices: string | undefined;
}

export function saidIn({ type, text, content }: Pick<HeardMessage, 'type' | 'text' | 'content'>): Said {
  const pressed = content.interactive?.button_reply?.id ?? content.button?.payload;
  const [, submissionId, says] = (typeof pressed === 'string' && answerPattern.exec(pressed)) || [];
  const answer = submissionId === undefined ? null : { submissionId, says: says as 'yes' | 'no' };
  const words = type === 'text' ? (text ?? '') : '';
  const codes = codesIn(words);
  const keyword = saidKeyword(words);
  return { answer, codes: isRefusal(words, codes) ? [] : codes, keyword, choices: asksForChoices(keyword) };
}

/** Who writes STOP before the code that a poster had ready wants the opposite of what the poster wants. */
function isRefusal(words: string, codes: readonly string[]): boolean {
  const rest = codes.reduce(
    (text, code) => text.replaceAll(new RegExp(code, 'giu'), ' '),
    words.normalize('NFKC'),
  );
  const wish = codes.length === 0 ? undefined : readWish(rest)?.wish;
  return wish === 'stop' || wish === 'stop_promotions';
}

import type { Tx } from '../../../platform/db/index.ts';
import type { NoticeShown } from '../../consent/index.ts';
import { send, type SendParts } from '../../messaging/index.ts';
import { linkTo, type PreferenceLinks } from '../preferences/links.ts';
import type { EntryPoint } from '../entry-point.ts';
import type { HeardMessage } from '../heard.ts';
import { fill, wordsIn } from '../words/words-in.ts';

export interface Answering {
  sending: SendParts;
  links: PreferenceLinks;
}

interface Agreed {
  submissionId: string;
  point: Pick<EntryPoint, 'brand'>;
  notice: NoticeShown;
  purposes: readonly string[];
}

/** Says to whoever just agreed in the chat what they get now, how it ends and where they choose; once for each agreement. */
export async function thank(
  tx: Tx,
  parts: Answering,
  message: HeardMessage,
  { submissionId, point, notice, purposes }: Agreed,
): Promise<void> {
  const words = wordsIn(notice.language);
  const names = notice.purposes
    .filter(({ purpose }) => purposes.includes(purpose))
    .map(({ name }) => `• ${name}`);
  const text = [fill(words.agreedTo, point.brand), ...names, '', words.stopAnyTime];
  await answer(tx, parts, message, { id: submissionId, step: 'thanks', language: notice.language, text });
}

/** Gives whoever asks for it the page on which they choose. That they ask from their own phone shows that it is theirs. */
export const giveChoices = (
  tx: Tx,
  parts: Answering,
  message: HeardMessage,
  language: string,
): Promise<void> =>
  answer(tx, parts, message, { id: message.messageId, step: 'choices', language, text: [] });

interface Answer {
  id: string;
  step: string;
  language: string;
  text: readonly string[];
}

/** Within the window that their own message opened: where that has closed nobody is written to for it. */
async function answer(
  tx: Tx,
  { sending, links }: Answering,
  { contactId, numberId }: HeardMessage,
  { id, step, language, text }: Answer,
): Promise<void> {
  const choose = `${wordsIn(language).chooseHere} ${links.urlOf(linkTo(tx, contactId))}`;
  await send(tx, sending, {
    cause: { kind: 'opt-in', id, step },
    to: { contactId },
    numberId,
    origin: 'flow',
    originId: 'opt-in',
    content: { type: 'text', text: { body: [...text, choose].join('\n') } },
  });
}

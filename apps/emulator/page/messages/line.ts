import type { MessageContent } from '../../src/phones/view.ts';
import { withoutMarks } from '../core/marked-text.ts';
import type { Words } from '../core/words.ts';

type Kind = MessageContent['kind'];
type Line<One extends Kind> = (what: Extract<MessageContent, { kind: One }>, words: Words) => string;

const lines: { [One in Kind]: Line<One> } = {
  text: ({ text }) => withoutMarks(text),
  notice: ({ text }) => text,
  unsupported: ({ text }) => text,
  image: ({ caption }, words) => caption ?? words.photo,
  video: ({ caption }, words) => caption ?? words.video,
  sticker: (_, words) => words.sticker,
  audio: ({ voice }, words) => (voice ? words.voiceMessage : words.audio),
  document: ({ name }) => name,
  location: ({ name }, words) => name ?? words.location,
  'live-location': (_, words) => words.liveLocation,
  contacts: ({ contacts }, words) => contacts[0]?.name ?? words.contact,
  poll: ({ question }) => question,
  card: ({ card }, words) => withoutMarks(card.body ?? card.product?.name ?? words.message),
  cart: (_, words) => words.order,
  answer: ({ title }) => title,
  payment: (_, words) => words.payment,
  call: (_, words) => words.voiceCall,
  deleted: (_, words) => words.deleted,
};

/** A message in one line, as a quote shows it. */
export function lineOf(what: MessageContent, words: Words): string {
  return (lines[what.kind] as Line<Kind>)(what, words);
}

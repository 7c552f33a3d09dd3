import type { MessageContent } from '../../src/phones/view.ts';
import { withoutMarks } from '../core/marked-text.ts';
import type { Words } from '../core/words.ts';

/** A message in one line, as a quote shows it. */
export function lineOf(what: MessageContent, words: Words): string {
  switch (what.kind) {
    case 'text':
    case 'notice':
    case 'unsupported':
      return withoutMarks(what.text);
    case 'image':
      return what.caption ?? words.photo;
    case 'video':
      return what.caption ?? words.video;
    case 'sticker':
      return words.sticker;
    case 'audio':
      return what.voice ? words.voiceMessage : words.audio;
    case 'document':
      return what.name;
    case 'location':
      return what.name ?? words.location;
    case 'live-location':
      return words.liveLocation;
    case 'contacts':
      return what.contacts[0]?.name ?? words.contact;
    case 'poll':
      return what.question;
    case 'card':
      return withoutMarks(what.card.body ?? what.card.product?.name ?? words.message);
    case 'cart':
      return words.order;
    case 'answer':
      return what.title;
    case 'payment':
      return words.payment;
    case 'call':
      return words.voiceCall;
    case 'deleted':
      return words.deleted;
  }
}

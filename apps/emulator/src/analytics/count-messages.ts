import type { Accounts } from '../accounts/accounts.ts';
import type { Directory } from '../directory/directory.ts';
import type { Message } from '../messages/message.ts';
import type { Messages } from '../messages/messages.ts';
import { countryOf } from '../people/countries.ts';
import type { Analytics } from './analytics.ts';

interface Counted {
  directory: Directory;
  messages: Messages;
  accounts: Accounts;
  analytics: Analytics;
}

/** Has what becomes of messages counted: for analytics, the portfolio's limit and the number's reach. */
export function countMessages({ directory, messages, accounts, analytics }: Counted): void {
  const placeOf = ({ wabaId, numberId, person }: Message, at: number) => ({
    wabaId,
    phone: directory.numbers.get(numberId)?.phone ?? '',
    country: countryOf(person) ?? '',
    at,
  });
  const noteTemplate = (message: Message, event: 'sent' | 'delivered' | 'read', at: number): void => {
    const { wabaId, template, at: sentAt, lite, price, groupId } = message;
    if (!template || groupId !== undefined) return;
    const cost = event === 'delivered' ? (price?.cost ?? 0) : 0;
    analytics.noteTemplate({
      wabaId,
      templateId: template.id,
      at,
      sentAt,
      event,
      cost,
      ...(lite && { lite }),
    });
  };

  messages.on('sent', (message, at) => {
    if (message.origin !== 'api') return;
    analytics.noteMessage({
      ...placeOf(message, at),
      event: 'sent',
      isTemplate: message.template !== undefined,
    });
    noteTemplate(message, 'sent', at);
  });
  messages.on('delivered', (message, at) => {
    if (message.origin !== 'api') return;
    const { template, price } = message;
    analytics.noteMessage({
      ...placeOf(message, at),
      event: 'delivered',
      isTemplate: template !== undefined,
    });
    noteTemplate(message, 'delivered', at);
    if (price) {
      const { type, category } = price.pricing;
      analytics.notePrice({ ...placeOf(message, at), type, category, cost: price.cost });
    }
    if (template && isOutsideOfWindow(messages, message)) noteReach(accounts, directory, message);
  });
  const noteClick = (
    { wabaId, template, at: sentAt, lite, groupId }: Message,
    at: number,
    button: { type: 'quick_reply_button' | 'url_button'; button: string },
  ): void => {
    if (!template || groupId !== undefined) return;
    analytics.noteClick({ wabaId, templateId: template.id, at, sentAt, ...(lite && { lite }), ...button });
  };
  messages.on('clicked', (message, at) => {
    noteClick(message, at, { type: 'url_button', button: message.clicked?.at(-1) ?? '' });
  });
  messages.on('received', ({ type, content, replyTo = '' }, at) => {
    const answered = type === 'button' ? messages.all.get(replyTo) : undefined;
    const { text } = (content.button ?? {}) as { text?: string };
    if (answered) noteClick(answered, at, { type: 'quick_reply_button', button: text ?? '' });
  });
  messages.on('read', (message, at) => noteTemplate(message, 'read', at));
}

const isOutsideOfWindow = (messages: Messages, { numberId, person, groupId, at }: Message): boolean =>
  groupId === undefined && (messages.chatOf(numberId, person)?.windowUntil ?? 0) <= at;

function noteReach(
  { limits, throughput }: Accounts,
  directory: Directory,
  { wabaId, numberId, person }: Message,
) {
  const businessId = directory.wabas.get(wabaId)?.businessId;
  if (businessId === undefined) return;
  limits.noteDelivered(businessId, person);
  throughput.noteDelivered(numberId, person);
}

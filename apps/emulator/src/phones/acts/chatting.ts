import type { BusinessNumber } from '../../directory/records.ts';
import { contactOf, metadataOf } from '../../messages/values.ts';
import type { Message } from '../../messages/message.ts';
import type { Person } from '../../people/person.ts';
import type { CallAction, ChatAction } from '../actions.ts';
import { type Acts, fail, numberOf, type Stage } from './stage.ts';

type CustomerChatAction = Exclude<ChatAction, { type: 'leave-group' | 'save-contact' | 'remove-contact' }>;

/** What a person does to a whole chat: looks at it, blocks, reports, stops the offers. */
export function chattingActs(stage: Stage): Acts<CustomerChatAction> {
  const { messages, progress, desks } = stage;
  const { known } = messages.people;
  const block = (person: Person, number: BusinessNumber): void => {
    if (person.blocked.includes(number.id)) return;
    known.change(person.id, { blocked: [...person.blocked, number.id] });
    blame(stage, 'blocked', person, number);
  };
  return {
    'open-chat'(person, { chat }) {
      if (person.reading !== 'never' && person.online)
        progress.readAll(`${numberOf(stage, chat).id} ${person.id}`);
      return {};
    },
    'close-chat': () => ({}),
    block(person, { chat }) {
      block(person, numberOf(stage, chat));
      return {};
    },
    unblock(person, { chat }) {
      known.change(person.id, { blocked: person.blocked.filter((id) => id !== chat) });
      return {};
    },
    report(person, { chat, block: alsoBlock }) {
      const number = numberOf(stage, chat);
      blame(stage, 'reported', person, number);
      if (alsoBlock) block(person, number);
      return {};
    },
    marketing(person, { chat, value }) {
      setMarketing(stage, person, numberOf(stage, chat), value);
      return {};
    },
    'allow-calls'(person, { chat, value }) {
      desks.calls.allow(numberOf(stage, chat).id, person.id, value);
      return {};
    },
  };
}

/** The business hears of it, and of the offers that it sends from now on none arrives (Meta, "user_preferences"). */
export function setMarketing(
  { messages }: Stage,
  person: Person,
  number: BusinessNumber,
  value: 'stop' | 'resume',
): void {
  const others = person.stopped.filter((id) => id !== number.id);
  const isStopped = others.length < person.stopped.length;
  if (isStopped === (value === 'stop')) return;
  messages.people.known.change(person.id, { stopped: value === 'stop' ? [...others, number.id] : others });
  const appearance = messages.appearance(number, person);
  messages.emulator.webhooks.send({
    wabaId: number.wabaId,
    numberId: number.id,
    field: 'user_preferences',
    value: {
      messaging_product: 'whatsapp',
      metadata: metadataOf(number),
      contacts: [contactOf(appearance)],
      user_preferences: [
        {
          ...(appearance.phone !== undefined && { wa_id: appearance.phone }),
          user_id: appearance.userId,
          category: 'marketing_messages',
          value,
          detail:
            value === 'stop'
              ? 'User requested to stop marketing messages'
              : 'User requested to resume marketing messages',
          timestamp: Math.floor(messages.now / 1000),
        },
      ],
    },
  });
}

/** A block or a report counts against what the person got last from the business. */
function blame(
  { messages }: Stage,
  kind: 'blocked' | 'reported',
  person: Person,
  number: BusinessNumber,
): void {
  const subject: Message | undefined = messages.ofChat
    .all(`${number.id} ${person.id}`)
    .findLast(({ origin, status }) => origin === 'api' && status !== 'failed');
  if (subject) messages.tell(kind, subject);
}

export function callingActs(stage: Stage): Acts<CallAction> {
  const { calls } = stage.desks;
  return {
    call(person, { chat }) {
      const number = numberOf(stage, chat);
      if (!calls.isOffered(number, person)) fail('This business takes no calls on WhatsApp.', 409);
      calls.call(number, person);
      return {};
    },
    'accept-call'(person, { call }) {
      calls.accept(call, person.id);
      return {};
    },
    'decline-call'(person, { call }) {
      calls.decline(call, person.id);
      return {};
    },
    'end-call'(person, { call }) {
      calls.end(call, person.id);
      return {};
    },
  };
}

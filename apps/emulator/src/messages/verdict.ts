import { countryOf } from '../people/countries.ts';
import type { Person } from '../people/person.ts';
import type { Chat, Message } from './message.ts';
import type { MarketingCap } from './marketing-cap.ts';

/** All that decides whether an accepted message arrives. */
export interface Circumstances {
  message: Message;
  person: Person;
  chat: Chat | undefined;
  now: number;
  cap: MarketingCap;
  /** The hash that the sender expects the customer's identity to have. */
  expectedIdentity?: string;
  mayOpenConversation: () => boolean;
  isInExperiment: () => boolean;
}

export interface Failure {
  code: number;
  details: string;
}

interface Rule extends Failure {
  applies: (circumstances: Circumstances) => boolean;
}

const isMarketing = ({ message }: Circumstances): boolean => message.template?.category === 'marketing';

export const isOpen = (chat: Chat | undefined, now: number): boolean => (chat?.windowUntil ?? 0) > now;

export const isFreeEntry = (chat: Chat | undefined, now: number): boolean =>
  (chat?.freeEntryUntil ?? 0) > now;

/** Why a message that Graph accepted fails later; the first that applies. */
const rules: Rule[] = [
  {
    code: 131026,
    details: 'Message Undeliverable.',
    applies: ({ person }) => !person.hasWhatsApp,
  },
  {
    code: 137000,
    details: 'The identity key hash of the recipient does not match the one in the request.',
    applies: ({ person, expectedIdentity }) =>
      expectedIdentity !== undefined && expectedIdentity !== person.identityHash,
  },
  {
    code: 131047,
    details:
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
    applies: ({ message, chat, now }) =>
      !message.template && message.type !== 'reaction' && !isOpen(chat, now),
  },
  {
    code: 131050,
    details: 'Recipient has chosen to stop receiving marketing messages from your business.',
    applies: (one) => isMarketing(one) && one.person.stopped.includes(one.message.numberId),
  },
  {
    code: 131049,
    details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
    applies: (one) =>
      isMarketing(one) && one.cap.setting.pausedCountries.includes(countryOf(one.person.id) ?? ''),
  },
  {
    code: 131049,
    details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
    applies: (one) =>
      isMarketing(one) &&
      !isOpen(one.chat, one.now) &&
      !one.cap.setting.uncappedCountries.includes(countryOf(one.person.id) ?? '') &&
      one.cap.isFull(one.person.id, one.now),
  },
  {
    code: 130472,
    details: "Failed to send message because this user's phone number is part of an experiment.",
    applies: (one) => isMarketing(one) && one.isInExperiment(),
  },
  {
    code: 131048,
    details: 'Message failed to send because the messaging limit of the business portfolio was reached.',
    applies: ({ message, chat, now, mayOpenConversation }) =>
      message.template !== undefined && !isOpen(chat, now) && !mayOpenConversation(),
  },
  {
    code: 1026,
    details: 'The receiver is incapable of receiving this message.',
    applies: ({ message, person }) => person.oldClient && isNewKind(message),
  },
];

/** Null when the message will be sent. */
export function failureOf(circumstances: Circumstances): Failure | null {
  const rule = rules.find(({ applies }) => applies(circumstances));
  return rule ? { code: rule.code, details: rule.details } : null;
}

function isNewKind({ type, content }: Message): boolean {
  const interactive = content.interactive as { type?: string } | undefined;
  return type === 'interactive' && interactive?.type === 'address_message';
}

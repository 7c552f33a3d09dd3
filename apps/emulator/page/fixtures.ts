import type { PhoneAction } from '../src/phones/actions.ts';
import type {
  ChatSummary,
  ChatView,
  CustomerPhone,
  OwnerPhone,
  PhoneView,
  ViewChange,
} from '../src/phones/view.ts';
import { Refusal, type Api } from './core/api.ts';
import type { Screen } from './core/glass.ts';
import { wordsOf } from './core/words.ts';
import { minutes, now } from './fixtures/chat-of.ts';
import { kaveri } from './fixtures/kaveri.ts';
import { customerOf, goaGroup, kota } from './fixtures/others.ts';
import { lamps, logo } from './fixtures/pictures.ts';
import { resham, sarees } from './fixtures/resham.ts';
import { smile, visit } from './fixtures/smile.ts';
import { lineOf } from './messages/line.ts';

/** What each phone of the gallery shows first. */
export const firstScreens: Record<string, Screen> = {
  asha: { at: 'chat', chat: '106540352242922' },
  ramesh: { at: 'chat', chat: '208833112244' },
  farhan: { at: 'chat', chat: '304411556677' },
};

interface Held {
  phone: PhoneView;
  chats: ChatView[];
}

const customer = (
  about: Pick<CustomerPhone, 'id' | 'name' | 'phone'> & Partial<CustomerPhone>,
): CustomerPhone => ({
  face: 'customer',
  language: 'en',
  online: true,
  receipts: true,
  reading: 'opened',
  hasWhatsApp: true,
  hidesNumber: false,
  chats: [],
  ...about,
});

const owner: OwnerPhone = {
  face: 'owner',
  id: 'kaveri-owner',
  name: 'Kaveri Electronics',
  phone: '914224567890',
  picture: logo('K', '#1c4e80'),
  language: 'en',
  online: true,
  chats: [],
  labels: [
    { id: 'new', name: 'New customer', color: '#2f8fd8' },
    { id: 'paid', name: 'Paid', color: '#3aa655' },
    { id: 'repair', name: 'Repair', color: '#d98324' },
  ],
  devices: [{ id: 'web', name: 'WhatsApp Web', lastActiveAt: now - 35 * minutes }],
  platform: { state: 'asked', partner: 'Trikon' },
};

const people = (): Held[] => [
  {
    phone: customer({ id: 'asha', name: 'Asha Verma', phone: '919876543210' }),
    chats: [resham(), smile(), kota()],
  },
  {
    phone: customer({ id: 'ramesh', name: 'रमेश पटेल', phone: '919825098765', language: 'hi' }),
    chats: [kaveri(), resham()],
  },
  {
    phone: customer({ id: 'farhan', name: 'Farhan Qureshi', phone: '919825011223' }),
    chats: [smile(), goaGroup()],
  },
  {
    phone: customer({
      id: 'meena',
      name: 'Meena Iyer',
      phone: '919843012345',
      username: 'meena.i',
      hidesNumber: true,
    }),
    chats: [kota(), goaGroup(), kaveri()],
  },
  {
    phone: owner,
    chats: [
      customerOf('c1', 'Asha Verma', '919876543210', ['new']),
      customerOf('c2', 'Suresh Nair', '919447012345', ['paid', 'repair']),
      customerOf('c3', 'Lakshmi', '919443098765', []),
    ],
  },
];

/** A world of its own in the page: enough of it answers that the page can be looked at and tried. */
export function fixtureApi(): Api {
  const held = new Map(people().map((one) => [one.phone.id, one]));
  const listeners: ((change: ViewChange) => void)[] = [];
  const clock = { now, rate: 0 };
  let number = 0;
  const find = (phone: string): Held => held.get(phone) ?? refuse('There is no such phone.');
  const chatOf = ({ chats }: Held, chat: string): ChatView =>
    chats.find(({ id }) => id === chat) ?? refuse('There is no such chat.');
  const viewOf = (one: Held): PhoneView => ({
    ...one.phone,
    chats: one.chats.map((chat) => summary(chat, one.phone)),
  });
  return {
    phones: async () => [...held.values()].map(viewOf),
    phone: async (phone) => viewOf(find(phone)),
    chat: async (phone, chat) => structuredClone(chatOf(find(phone), chat)),
    catalog: async () => ({ id: '194836987003835', name: 'Resham Sarees', products: sarees }),
    flow: async () => ({
      id: '1',
      name: 'Before your visit',
      draft: false,
      json: visit,
      token: 't',
      action: 'navigate',
    }),
    act: async (phone, action) => {
      number += 1;
      return perform(find(phone), action, `new-${number}`);
    },
    addPhone: async ({ name, phone, language }) => {
      const one = { phone: customer({ id: phone, name, phone, language }), chats: [] };
      held.set(phone, one);
      for (const heard of listeners) heard({ change: 'phones' });
      return viewOf(one);
    },
    removePhone: async (phone) => {
      held.delete(phone);
      for (const heard of listeners) heard({ change: 'phones' });
    },
    upload: async (file, name) => ({
      id: URL.createObjectURL(file),
      url: '',
      mime: file.type,
      bytes: file.size,
      name,
    }),
    entries: async () => entries,
    clock: async () => ({ ...clock }),
    moveClock: async (change) => {
      if ('rate' in change) clock.rate = change.rate;
      else clock.now += change.advance;
      return { ...clock };
    },
    listen: (heard) => void listeners.push(heard),
  };
}

const refuse = (why: string): never => {
  throw new Refusal(why);
};

function summary(
  { messages, id, kind, title, picture, official, unread, typing, blocked, labels }: ChatView,
  { language }: PhoneView,
): ChatSummary {
  const last = messages.at(-1);
  return {
    id,
    kind,
    title,
    picture,
    official,
    unread,
    typing,
    blocked,
    labels,
    ...(last && {
      last: {
        text: lineOf(last.content, wordsOf(language)),
        kind: last.content.kind,
        at: last.at,
        mine: last.mine,
        status: last.status,
      },
    }),
  };
}

/** What a person does shows at once; what a business would do does not happen here. */
function perform(
  one: Held,
  action: PhoneAction,
  id: string,
): { message?: string; chat?: string; draft?: string } {
  if (action.type === 'change-phone') {
    const { username, ...rest } = action.settings;
    one.phone = { ...one.phone, ...rest, ...(username !== undefined && { username: username ?? undefined }) };
    return {};
  }
  if (action.type === 'tap-ad')
    return { chat: one.chats[0]?.id, draft: 'Hello! Can I get more info on this?' };
  if (action.type === 'open-link')
    return { chat: one.chats[0]?.id, draft: new URL(action.url).searchParams.get('text') ?? undefined };
  if (action.type === 'end-call' || action.type === 'decline-call')
    one.phone = { ...one.phone, call: undefined };
  const chat = 'chat' in action ? one.chats.find((some) => some.id === action.chat) : undefined;
  if (!chat) return {};
  if (action.type === 'call') {
    const call = {
      id,
      chat: chat.id,
      title: chat.title,
      picture: chat.picture,
      direction: 'outgoing',
      state: 'ringing',
      since: now,
    } as const;
    one.phone = { ...one.phone, call };
  }
  if (action.type === 'block' || action.type === 'unblock') chat.blocked = action.type === 'block';
  if (action.type === 'open-chat') chat.unread = 0;
  if (action.type === 'marketing' && chat.business)
    chat.business.marketing = action.value === 'stop' ? 'stopped' : 'on';
  const about =
    'message' in action ? chat.messages.find((message) => message.id === action.message) : undefined;
  if (action.type === 'react' && about) {
    about.reactions = [
      ...about.reactions.filter(({ mine }) => !mine),
      ...(action.emoji ? [{ emoji: action.emoji, mine: true }] : []),
    ];
  }
  if (action.type === 'edit' && about)
    Object.assign(about, { content: { kind: 'text', text: action.text }, edited: true });
  if (action.type === 'delete' && about) about.content = { kind: 'deleted' };
  const say = (text: string): void => {
    chat.messages.push({
      id,
      mine: true,
      at: now,
      status: 'sent',
      reactions: [],
      tapped: [],
      content: { kind: 'text', text },
    });
  };
  if (action.type === 'send-text') say(action.text);
  if (action.type === 'tap-button' && about) {
    about.tapped = [...about.tapped, action.button];
  }
  if (action.type === 'choose-row') say(action.row);
  if (action.type === 'place-order') say(`🛒 ${action.items.length}`);
  if (action.type === 'complete-flow') {
    chat.messages.push({
      id,
      mine: true,
      at: now,
      status: 'sent',
      reactions: [],
      tapped: [],
      content: {
        kind: 'answer',
        to: 'flow',
        title: 'Response sent',
        lines: Object.entries(action.response).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
      },
    });
  }
  return { message: id };
}

const entries = {
  businesses: [
    {
      number: '106540352242922',
      phone: '912612345678',
      name: 'Resham Sarees',
      official: true,
      picture: logo('R', '#7d1f35'),
    },
    {
      number: '304411556677',
      phone: '912025674321',
      name: 'Smile Dental Clinic',
      official: false,
      picture: logo('S', '#2a8fa3'),
    },
  ],
  links: [{ label: 'Counter in Surat', url: 'https://wa.me/message/4O4YGZEG3RIVE1' }],
  ads: [
    {
      id: '120226305854810726',
      advertiser: 'Resham Sarees',
      picture: lamps,
      text: 'This Diwali, wear what was woven by hand. 20 % off till Sunday.',
      headline: 'Diwali edit: chat with us',
      autofill: 'Hello! Can I get more info on this?',
      prompts: ['Price list', 'Store in Pune?'],
    },
  ],
};

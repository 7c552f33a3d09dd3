import type { AppPhones } from '../../business-app/app-phones.ts';
import type { BusinessNumber } from '../../directory/records.ts';
import { chatKey, type Message } from '../../messages/message.ts';
import type { Messages } from '../../messages/messages.ts';
import { digitsOf, wamid } from '../../messages/wamid.ts';
import { Random } from '../../world/random.ts';
import type { JsonObject } from '../../world/json.ts';
import { customers } from './customers.ts';
import { items, type Line, talks } from './talks.ts';

export const handlooms = {
  businessId: '506914307656636',
  wabaId: '102290129340401',
  numberId: '106540352242926',
  phone: '916276222134',
} as const;

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * A weaver of Madhubani whose number lives in the WhatsApp Business app, with half a year of chats. Chance of its own
 * keeps the rest of the world the same with or without her.
 */
export function makeHandlooms(messages: Messages, apps: AppPhones): void {
  const number = apps.create({
    name: 'Madhubani Handlooms',
    phone: handlooms.phone,
    language: 'hi',
    profile: {
      about: 'हाथ से बनी मधुबनी साड़ियाँ',
      address: 'Gandhi Chowk, Madhubani 847211',
      vertical: 'RETAIL',
    },
    ids: { business: handlooms.businessId, waba: handlooms.wabaId, number: handlooms.numberId },
  });
  writeHandloomPast({ messages, apps }, number.id);
}

/** Half a year of chats, which end in the past: nobody hears of them but by history. */
export function writeHandloomPast(
  { messages, apps }: { messages: Messages; apps: AppPhones },
  numberId: string,
): void {
  const { world, directory } = messages.emulator;
  const number = directory.numbers.get(numberId);
  if (!number) return;
  const random = new Random(`${world.seed} handlooms`);
  for (const { phone, saved, labels = [] } of customers) {
    if (saved !== undefined || labels.length > 0)
      apps.note(number.id, phone, { labels, ...(saved !== undefined && { name: saved }) });
    writePast({ messages, number, random }, phone);
  }
}

interface Desk {
  messages: Messages;
  number: BusinessNumber;
  random: Random;
}

/** Some talks lie before the 180 days that are ever shared, and the last ones may be unread. */
function writePast(desk: Desk, phone: string): void {
  const { messages, number, random } = desk;
  const count = random.integer(3, 9);
  const moments = Array.from(
    { length: count },
    () => messages.now - random.next() ** 2 * 200 * day - 3 * minute,
  );
  let until = 0;
  for (const start of moments.sort((one, other) => one - other)) {
    // A talk does not begin within another one.
    const from = Math.max(start, until + 10 * minute);
    until = Math.max(until, ...writeTalk(desk, phone, from, random.pick(talks)));
  }
  const isUnread = random.chance(0.15);
  messages.changeChat(number.id, phone, { businessReadAt: isUnread ? until - day : messages.now });
}

function writeTalk({ messages, number, random }: Desk, phone: string, start: number, talk: Line[]): number[] {
  const [item, amount] = [random.pick(items), String(random.integer(8, 60) * 50)];
  let at = start;
  const moments: number[] = [];
  for (const [who, text, minutes] of talk) {
    at += Math.round(minutes * minute * (0.6 + random.next()));
    if (at >= messages.now) break;
    const isOwner = who === 'owner';
    const said = text.replaceAll('{item}', item).replaceAll('{amount}', amount);
    messages.all.put({
      id: wamid(phone, random.hex(isOwner ? digitsOf.outbound : digitsOf.inbound)),
      numberId: number.id,
      wabaId: number.wabaId,
      person: phone,
      chat: chatKey(number.id, phone),
      origin: isOwner ? 'business-app' : 'customer',
      ...partOf(said, random),
      at: Math.floor(at),
      status: isOwner ? readOrNot(random) : 'received',
    });
    moments.push(at);
  }
  return moments;
}

const readOrNot = (random: Random): Message['status'] =>
  random.chance(0.9) ? 'read' : random.pick(['sent', 'delivered']);

const mimes: Record<string, string> = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/ogg; codecs=opus',
  document: 'application/pdf',
};

function partOf(said: string, random: Random): Pick<Message, 'type' | 'content'> {
  const file = /^<(image|video|audio|document) ?(.*)>$/.exec(said);
  if (!file) return { type: 'text', content: { text: { body: said } } };
  const [, type = 'image', words = ''] = file;
  const part: JsonObject = {
    id: String(random.integer(10 ** 14, 10 ** 15 - 1)),
    mime_type: mimes[type] ?? '',
    sha256: random.hex(64).toLowerCase(),
    ...(type === 'audio' && { voice: true }),
    ...(type === 'document' && { filename: words }),
    ...(words !== '' && type !== 'document' && { caption: words }),
  };
  return { type, content: { [type]: part } };
}

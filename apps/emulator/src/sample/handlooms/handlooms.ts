import type { AppPhones } from '../../business-app/app-phones.ts';
import type { BusinessNumber } from '../../directory/records.ts';
import { chatKey, type Message } from '../../messages/message.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Media } from '../../media/media.ts';
import { digitsOf, wamid } from '../../messages/wamid.ts';
import { Random } from '../../world/random.ts';
import { customers } from './customers.ts';
import { fillShelf, type Shelf } from './files.ts';
import { items, type Line, talks } from './talks.ts';

export const handlooms = {
  businessId: '506914307656636',
  wabaId: '102290129340401',
  numberId: '106540352242926',
  phone: '916276222134',
} as const;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const india = 5.5 * hour;

interface Room {
  messages: Messages;
  apps: AppPhones;
  media: Media;
}

/** A weaver of Madhubani whose number lives in the WhatsApp Business app, with half a year of chats. */
export async function makeHandlooms(room: Room): Promise<void> {
  const { id } = room.apps.create({
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
  await writeHandloomPast(room, id);
}

/** Nobody hears of these chats but by history. Chance of their own keeps the world's as it is. */
export async function writeHandloomPast({ messages, apps, media }: Room, numberId: string): Promise<void> {
  const { world, directory } = messages.emulator;
  const shelf = await fillShelf(media);
  const number = directory.numbers.get(numberId);
  if (!number) return;
  const random = new Random(world.random.hex(16));
  for (const { phone, saved, labels = [] } of customers) {
    if (saved !== undefined || labels.length > 0)
      apps.note(number.id, phone, { labels, ...(saved !== undefined && { name: saved }) });
    writePast({ messages, number, random, shelf }, phone);
  }
}

interface Desk {
  messages: Messages;
  number: BusinessNumber;
  random: Random;
  shelf: Shelf;
}

/** Some talks lie before the 180 days that are ever shared, and the last ones may be unread. */
function writePast(desk: Desk, phone: string): void {
  const { messages, number, random } = desk;
  const count = random.integer(3, 9);
  const moments = Array.from({ length: count }, () =>
    inShopHours(messages.now - random.next() ** 2 * 200 * day, random),
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

/** Between eight in the morning and half past eight in the evening of that day in India. */
function inShopHours(at: number, random: Random): number {
  const midnight = Math.floor((at + india) / day) * day - india;
  return midnight + (8 + random.next() * 12.5) * hour;
}

function writeTalk(
  { messages, number, random, shelf }: Desk,
  phone: string,
  start: number,
  talk: Line[],
): number[] {
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
      ...partOf(said, shelf, random),
      at: Math.floor(at),
      status: isOwner ? readOrNot(random) : 'received',
    });
    moments.push(at);
  }
  return moments;
}

const readOrNot = (random: Random): Message['status'] =>
  random.chance(0.9) ? 'read' : random.pick(['sent', 'delivered']);

/** `<image caption>` is a file of the shelf. */
function partOf(said: string, shelf: Shelf, random: Random): Pick<Message, 'type' | 'content'> {
  const file = /^<(image|audio|document) ?(.*)>$/.exec(said);
  if (!file) return { type: 'text', content: { text: { body: said } } };
  const [, type = '', words = ''] = file;
  const name = type === 'document' ? { filename: words } : words !== '' && { caption: words };
  return { type, content: { [type]: { ...random.pick(shelf[type as keyof Shelf]), ...name } } };
}

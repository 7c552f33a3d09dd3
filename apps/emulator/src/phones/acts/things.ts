import type { BusinessNumber } from '../../directory/records.ts';
import type { Message } from '../../messages/message.ts';
import { receive } from '../../messages/receive.ts';
import type { Person } from '../../people/person.ts';
import type { JsonObject } from '../../world/json.ts';
import type { ThingAction } from '../actions.ts';
import { adOf, adReferral } from '../ads.ts';
import type { PhoneSettings } from '../view.ts';
import { type Acts, fail, numberOf, type Stage } from './stage.ts';

/** What a person does with the phone itself, and the ways into a chat. */
export function thingActs(stage: Stage): Acts<ThingAction> {
  const { messages, progress } = stage;
  const { people, emulator } = messages;
  return {
    'change-phone'(person, { settings }) {
      const { username, ...plain }: Partial<PhoneSettings> = settings;
      const changed = people.known.change(person.id, {
        ...plain,
        ...(username !== undefined && { username: username ?? undefined }),
      });
      if (changed.online && !person.online) {
        progress.arriveAt(person.id);
        stage.desks.groups.arriveAt(person.id);
      }
      return {};
    },
    'change-number'(person, { phone }) {
      const id = phone.replaceAll(/\D/g, '');
      if (!/^[1-9]\d{6,14}$/.test(id) || people.known.has(id))
        fail(`${phone} is no number, or somebody's already.`);
      const moved = people.move(person, id);
      stage.desks.groups.moved(person.id, id);
      for (const number of numbersOf(stage, person)) tellChange(stage, number, person, moved);
      return {};
    },
    'change-device'(person) {
      const identityHash = emulator.world.random.hex(12);
      const changed = people.known.change(person.id, { identityHash });
      for (const number of numbersOf(stage, person))
        if (number.identityCheck) tellIdentity(stage, number, changed);
      return {};
    },
    'open-link'(person, { url }) {
      const invitation = /^https?:\/\/chat\.whatsapp\.com\/(\w+)/.exec(url)?.[1];
      if (invitation !== undefined) return stage.desks.groups.join(invitation, person);
      const { number, text, call } = linked(stage, url);
      if (call) stage.desks.calls.callByLink(number, person, call.payload);
      if (!messages.chatOf(number.id, person.id)) messages.changeChat(number.id, person.id, {});
      return { chat: number.id, ...(text && { draft: text }) };
    },
    'tap-ad'(person, { ad: id }) {
      const ad = adOf(emulator.directory, id) ?? fail(`There is no ad ${id}.`, 404);
      const referral = adReferral(ad, {
        random: emulator.world.random,
        origin: stage.desks.media.origin(),
      });
      messages.changeChat(ad.number.id, person.id, { pendingReferral: referral });
      return { chat: ad.number.id, draft: ad.autofill };
    },
  };
}

const numbersOf = (stage: Stage, { id }: Person): BusinessNumber[] =>
  stage.messages.chatsOf.all(id).map(({ numberId }) => numberOf(stage, numberId));

/** The chat moves with the person; who has the business' attention hears of the new number (Meta, "system messages"). */
function tellChange(stage: Stage, number: BusinessNumber, before: Person, now: Person): void {
  const { messages } = stage;
  const { businessId } = messages.emulator.directory.ownersOf(number).waba;
  const [old, fresh] = [before, now].map((person) => messages.people.userIdOf(businessId, person));
  const { id: _, ...chat } = messages.chatOf(number.id, before.id) ?? { id: '' };
  for (const message of messages.ofChat.all(`${number.id} ${before.id}`)) rename(stage, message, number, now);
  messages.chats.delete(`${number.id} ${before.id}`);
  messages.changeChat(number.id, now.id, { ...chat, person: now.id });
  system(stage, number, before, {
    type: 'user_changed_number',
    body: `User ${now.name} changed from ${before.id} to ${now.id}`,
    wa_id: now.id,
    user_id: fresh,
    previous_user_id: old,
  });
}

const rename = (
  { messages }: Stage,
  { id }: Message,
  number: BusinessNumber,
  { id: person }: Person,
): void => {
  messages.all.change(id, { person, chat: `${number.id} ${person}` });
};

function tellIdentity(stage: Stage, number: BusinessNumber, person: Person): void {
  const at = String(Math.floor(stage.messages.now / 1000));
  system(
    stage,
    number,
    person,
    { type: 'customer_identity_changed', body: 'User identity changed' },
    {
      identity: { acknowledged: false, created_timestamp: at, hash: person.identityHash },
    },
  );
}

/** A line in the business' chat that no customer wrote: it opens no window. */
function system(
  stage: Stage,
  number: BusinessNumber,
  person: Person,
  part: JsonObject,
  more: JsonObject = {},
): void {
  receive(stage.messages, {
    number,
    person,
    type: 'system',
    content: { ...more, system: part },
    opensWindow: false,
  });
}

interface Linked {
  number: BusinessNumber;
  text: string;
  /** The link calls the business. */
  call?: { payload?: string };
}

/** `https://wa.me/<number>?text=…`, `https://wa.me/message/<code>`, `https://wa.me/call/<number>?biz_payload=…`. */
function linked({ messages, desks }: Stage, given: string): Linked {
  const { directory } = messages.emulator;
  const url = URL.parse(given);
  const [first = '', code] = url?.pathname.split('/').filter(Boolean) ?? [];
  const text = url?.searchParams.get('text') ?? '';
  const calls = first === 'call' && code !== undefined;
  const phone = first === 'send' ? (url?.searchParams.get('phone') ?? '') : calls ? code : first;
  const byPhone = directory.numberByPhone.get(phone.replaceAll(/\D/g, ''));
  const payload = url?.searchParams.get('biz_payload') ?? undefined;
  if (byPhone && calls) return { number: byPhone, text, call: { ...(payload !== undefined && { payload }) } };
  if (byPhone) return { number: byPhone, text };
  const byCode = code === undefined ? null : desks.links(code);
  return byCode ?? fail(`${given} leads to no business of this world.`, 404);
}

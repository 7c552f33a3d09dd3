import type { Assembled } from '../assemble.ts';
import type { Directory } from '../directory/directory.ts';
import {
  flag,
  list,
  matching,
  object,
  oneOf,
  optional,
  phone,
  readBody,
  type Reader,
  share,
  text,
  amount,
  count,
} from '../door/reading.ts';
import { WorldRefusal, type WorldRoutes } from '../door/world-door.ts';
import { receive } from '../messages/receive.ts';
import type { People } from '../people/people.ts';
import type { Habits, Person } from '../people/person.ts';
import { find } from './find.ts';

const span: Reader<[number, number]> = (value, name) => {
  const [from, to, ...more] = list(amount(0, 2_592_000))(value, name);
  if (from === undefined || to === undefined || more.length > 0 || from > to)
    throw new WorldRefusal(`${name} must be two numbers of seconds, the smaller first.`);
  return [from, to];
};

const habits = object({
  deliverSeconds: optional(span),
  readShare: optional(share),
  readSeconds: optional(span),
  replyShare: optional(share),
  replySeconds: optional(span),
  replies: optional(list(text)),
  tapShare: optional(share),
  blockAfterPromotions: optional(count()),
  stopAfterPromotions: optional(count()),
});

const nobody: Reader<null> = (value, name) => {
  if (value === null) return null;
  throw new WorldRefusal(`${name} must be a user name, or null.`);
};

const username: Reader<string | null> = (value, name) =>
  typeof value === 'string'
    ? matching(/^[a-z0-9._]{3,35}$/, 'a user name of 3 to 35 letters, digits, dots and underscores')(
        value,
        name,
      )
    : nobody(value, name);

const changeable = {
  name: optional(text),
  language: optional(oneOf('en', 'hi')),
  city: optional(text),
  username: optional(username),
  hidesNumber: optional(flag),
  hasWhatsApp: optional(flag),
  online: optional(flag),
  receipts: optional(flag),
  reading: optional(oneOf('fast', 'opened', 'never')),
  oldClient: optional(flag),
  blocked: optional(list(text)),
  stopped: optional(list(text)),
  habits: optional(habits),
};

/** Customers and what they do by themselves. Everybody can be asked for; only people of the world can be changed. */
export function peopleRoutes({ emulator, people, messages, progress }: Assembled): WorldRoutes {
  const { directory } = emulator;
  const show = (person: Person) => ({ ...person, userIds: userIdsOf(directory, people, person) });
  const change = (person: Person, body: Record<string, unknown>): Person => {
    const { habits: own, username: name, ...plain } = readBody(body, changeable);
    return people.known.change(person.id, {
      ...plain,
      ...(name !== undefined && { username: name ?? undefined }),
      ...(own && { habits: { ...person.habits, ...own } satisfies Habits }),
    });
  };
  return {
    'GET /world/people': () => [...people.known.values()].map(show),
    'GET /world/people/:phone': ({ params }) => show(people.get(phone(params.phone, 'phone'))),
    'POST /world/people'({ body: { phone: given, ...body } }) {
      const id = phone(given, 'phone');
      if (people.known.has(id)) throw new WorldRefusal(`+${id} has a phone already.`, 409);
      const { habits: _habits, username: _name, ...rest } = readBody(body, { ...changeable, name: text });
      return show(change(people.create({ id, ...rest }), body));
    },
    'PATCH /world/people/:phone'({ params, body }) {
      const person = find(people.known, 'phone', params.phone);
      const changed = change(person, body);
      if (changed.online && !person.online) progress.arriveAt(person.id);
      return show(changed);
    },
    'DELETE /world/people/:phone'({ params }) {
      people.known.delete(find(people.known, 'phone', params.phone).id);
      return {};
    },
    'POST /world/people/:phone/new-user-id'({ params }) {
      const person = find(people.known, 'phone', params.phone);
      const changed = people.known.change(person.id, { generation: person.generation + 1 });
      for (const { numberId } of messages.chatsOf.all(person.id)) {
        const number = directory.numbers.get(numberId);
        if (!number) continue;
        const { businessId } = directory.ownersOf(number).waba;
        const [before, now] = [person, changed].map((one) => people.userIdOf(businessId, one));
        const body = `User ${person.name} changed`;
        const system = { type: 'user_changed_user_id', body, user_id: now, previous_user_id: before };
        receive(messages, {
          number,
          person: changed,
          type: 'system',
          content: { system },
          opensWindow: false,
        });
      }
      return show(changed);
    },
  };
}

/** One for each portfolio. */
const userIdsOf = ({ businesses }: Directory, people: People, person: Person): Record<string, string> =>
  Object.fromEntries([...businesses.values()].map(({ id }) => [id, people.userIdOf(id, person)]));

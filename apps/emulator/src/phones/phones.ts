import type { WorldRoutes } from '../door/world-door.ts';
import type { Messages } from '../messages/messages.ts';
import type { Progress } from '../messages/progress.ts';
import type { Person } from '../people/person.ts';
import type { ActionAnswer, PhoneAction } from './actions.ts';
import { answeringActs, formActs } from './acts/answering.ts';
import { callingActs, chattingActs } from './acts/chatting.ts';
import { groupActs } from './acts/in-groups.ts';
import { fail, numberOf, type Stage } from './acts/stage.ts';
import { thingActs } from './acts/things.ts';
import { changingActs, writingActs } from './acts/writing.ts';
import { readAction, readNewPhone } from './read-action.ts';
import { liveByHabits } from './habits.ts';
import type { OwnerDesk, PhoneNeighbours } from './neighbours.ts';
import { ChatScreen } from './show-chat.ts';
import { GroupScreen } from './show-group.ts';
import type { CustomerPhone } from './view.ts';

export interface Phones {
  routes: WorldRoutes;
  /** Does what a person would do; for habits, tests and the control API. */
  act: (phone: string, action: PhoneAction) => ActionAnswer | Promise<ActionAnswer>;
}

interface Screens {
  businesses: ChatScreen;
  groups: GroupScreen;
}

type Act = (person: Person, action: never) => ActionAnswer | Promise<ActionAnswer>;

/** Customers' phones: what they show, what can be done with them, and what they do by themselves. Owners' are behind the same doors. */
export function createPhones(
  messages: Messages,
  progress: Progress,
  desks: PhoneNeighbours,
  owners: OwnerDesk,
): Phones {
  const stage: Stage = { messages, progress, desks, owners };
  const screens: Screens = {
    businesses: new ChatScreen(messages, desks),
    groups: new GroupScreen(messages, desks),
  };
  const { known } = messages.people;
  const acts: Record<string, Act | undefined> = {
    ...writingActs(stage),
    ...changingActs(stage),
    ...answeringActs(stage),
    ...formActs(stage),
    ...chattingActs(stage),
    ...callingActs(stage),
    ...thingActs(stage),
  };
  const inGroups: Record<string, Act | undefined> = groupActs(stage);
  const holder = (phone: string): Person => known.get(phone) ?? fail(`There is no phone ${phone}.`, 404);
  const act = (phone: string, action: PhoneAction): ActionAnswer | Promise<ActionAnswer> => {
    if (owners.holds(phone)) return owners.act(phone, action);
    const isInGroup = 'chat' in action && desks.groups.has(action.chat);
    const run =
      (isInGroup ? inGroups : acts)[action.type] ?? fail(`A customer's phone cannot ${action.type}.`);
    return run(holder(phone), action as never);
  };
  liveByHabits(stage, (_stage, person, message, button) =>
    act(person.id, { type: 'tap-button', chat: message.numberId, message: message.id, button }),
  );
  return {
    act,
    routes: {
      'GET /world/phones': () => [
        ...[...known.values()].map((person) => showPhone(stage, screens, person)),
        ...owners.list(),
      ],
      'POST /world/phones': ({ body }) => {
        const phone = readNewPhone(body);
        if (body.face === 'owner') return owners.create(phone);
        if (known.has(phone.id)) fail(`+${phone.id} has a phone already.`, 409);
        return showPhone(stage, screens, messages.people.create(phone));
      },
      'GET /world/phones/:phone': ({ params: { phone = '' } }) =>
        owners.holds(phone) ? owners.show(phone) : showPhone(stage, screens, holder(phone)),
      'DELETE /world/phones/:phone': ({ params: { phone = '' } }) => {
        if (owners.holds(phone)) owners.remove(phone);
        else known.delete(holder(phone).id);
        return {};
      },
      'GET /world/phones/:phone/chats/:chat': ({ params: { phone = '', chat = '' }, query }) => {
        const before = query.get('before') ?? undefined;
        if (owners.holds(phone)) return owners.chat(phone, chat, before);
        return desks.groups.has(chat)
          ? screens.groups.view(chat, holder(phone), before)
          : screens.businesses.view(numberOf(stage, chat), holder(phone), before);
      },
      'GET /world/phones/:phone/chats/:chat/catalog': ({ params }) =>
        desks.shop.catalogOf(params.chat ?? '') ?? fail('This business has no catalog.', 404),
      'GET /world/phones/:phone/chats/:chat/flow': ({ query }) => {
        const message =
          messages.all.get(query.get('message') ?? '') ?? fail('There is no such message.', 404);
        return desks.flows.view(message, query.get('button') ?? '0');
      },
      'POST /world/phones/:phone/actions': ({ params, body }) => act(params.phone ?? '', readAction(body)),
    },
  };
}

function showPhone({ messages, desks }: Stage, screens: Screens, person: Person): CustomerPhone {
  const { numbers } = messages.emulator.directory;
  const chats = messages.chatsOf.all(person.id).flatMap(({ numberId }) => {
    const number = numbers.get(numberId);
    return number ? [screens.businesses.summary(number, person)] : [];
  });
  const call = desks.calls.current(person.id);
  return {
    id: person.id,
    face: 'customer',
    phone: person.id,
    name: person.name,
    language: person.language,
    online: person.online,
    receipts: person.receipts,
    reading: person.reading,
    hasWhatsApp: person.hasWhatsApp,
    hidesNumber: person.hidesNumber,
    ...(person.username !== undefined && { username: person.username }),
    ...(call && { call }),
    chats: [...chats, ...screens.groups.summaries(person)].sort(
      (one, other) => (other.last?.at ?? 0) - (one.last?.at ?? 0),
    ),
  };
}

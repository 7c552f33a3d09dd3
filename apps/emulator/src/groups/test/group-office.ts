import { onTestFinished } from 'vitest';
import { createAccounts } from '../../accounts/accounts.ts';
import { openOffice, type Office } from '../../accounts/test/office.ts';
import { createMessages } from '../../messages/create-messages.ts';
import type { TemplateUse } from '../../messages/message.ts';
import type { Messages } from '../../messages/messages.ts';
import { createPeople } from '../../people/people.ts';
import type { Person } from '../../people/person.ts';
import { sample } from '../../sample/sample-world.ts';
import type { JsonObject } from '../../world/json.ts';
import { createGroups, type Grouping } from '../create-groups.ts';
import type { Group } from '../group.ts';

/** Phones of customers in Pune and around; enough to overfill a group. */
export const [asha, rohan, fatima, ...others] = Array.from(
  { length: 10 },
  (_, place) => `91987654321${place}`,
) as [string, string, string, ...string[]];

export interface GroupOffice extends Office, Grouping {
  messages: Messages;
  person: (phone: string) => Person;
  /** Asks Graph in the name of the silk shop, and gives the answer's body. */
  shop: (method: string, address: string, body?: JsonObject) => Promise<Record<string, unknown>>;
  /** A group that exists, with these customers in it. */
  open: (given?: JsonObject, phones?: readonly string[]) => Promise<Group>;
  group: (id: string) => Group;
  join: (group: Group, phone: string) => { chat?: string };
  post: (group: Group, body: JsonObject) => Promise<Record<string, unknown>>;
  /** The groups that subscribers heard of in a field. */
  heard: (field: string) => Promise<JsonObject[]>;
  statuses: () => Promise<JsonObject[][]>;
  travel: (seconds: number) => Promise<void>;
}

/** The silk shop with an official account, and its customers; without a network. */
export function openGroupOffice(): GroupOffice {
  let built: (Grouping & { messages: Messages }) | undefined;
  const office = openOffice((emulator) => {
    createAccounts(emulator);
    const neighbours = {
      useTemplate: ({ template: { name } }: { template: { name: string } }) => ({
        use: { id: '1', category: name as TemplateUse['category'] },
        filled: {},
        held: false,
      }),
      checkReferences: () => {},
      keepPicture: () => Promise.resolve(undefined),
      fetchLinks: (_: unknown, content: JsonObject) =>
        JSON.stringify(content).includes('unreachable') ? Promise.resolve('It is not there.') : null,
    };
    const { messages } = createMessages(emulator, createPeople(emulator.world), {
      ...neighbours,
      mayOpenConversation: () => true,
      internationalFrom: () => undefined,
      isBlockedByBusiness: () => false,
      refusalToSend: () => null,
      sendToGroup: (...of) => built?.send(...of),
    });
    built = { ...createGroups(messages, neighbours), messages };
  });
  onTestFinished(() => office.close());
  const made = built as unknown as Grouping & { messages: Messages };
  const { emulator } = office;
  const { groups, desk, messages } = made;
  emulator.directory.numbers.change(sample.numberId, { official: true });
  for (const [place, id] of [asha, rohan, fatima, ...others].entries())
    messages.people.create({ id, name: `Customer ${place}` });
  const shop: GroupOffice['shop'] = async (method, address, body = {}) => {
    const given = method === 'GET' ? {} : { body: { messaging_product: 'whatsapp', ...body } };
    return (await office.ask(method, address, given)).body;
  };
  const person = (phone: string): Person => messages.people.get(phone);
  const group = (id: string): Group => groups.all.get(id) as Group;
  const join: GroupOffice['join'] = ({ id }, phone) => desk.join(group(id).inviteCode ?? '', person(phone));
  return {
    ...office,
    ...made,
    person,
    shop,
    group,
    join,
    async open(given = {}, phones = [asha, rohan]) {
      await shop('POST', `/${sample.numberId}/groups`, { subject: 'Diwali sarees', ...given });
      await emulator.world.travel(2000);
      const opened = [...groups.all.values()].at(-1) as Group;
      for (const phone of phones) join(opened, phone);
      return group(opened.id);
    },
    post: ({ id }, body) =>
      shop('POST', `/${sample.numberId}/messages`, { recipient_type: 'group', to: id, ...body }),
    async heard(field) {
      const values = await office.told(field);
      return values.flatMap((value) => value.groups as JsonObject[]);
    },
    async statuses() {
      const values = await office.told('messages');
      return values.flatMap((value) => (value.statuses ? [value.statuses as JsonObject[]] : []));
    },
    travel: (seconds) => emulator.world.travel(seconds * 1000),
  };
}

import { onTestFinished } from 'vitest';
import { createAccounts } from '../../accounts/accounts.ts';
import { openOffice, type Office } from '../../accounts/test/office.ts';
import type { BusinessNumber } from '../../directory/records.ts';
import { createMessages } from '../../messages/create-messages.ts';
import type { Messages } from '../../messages/messages.ts';
import { createPeople } from '../../people/people.ts';
import type { Person } from '../../people/person.ts';
import { sample } from '../../sample/sample-world.ts';
import type { JsonObject } from '../../world/json.ts';
import { type Calling, createCalls } from '../create-calls.ts';
import { sdpOfPhone } from '../sdp.ts';

/** Asha of Pune, who has a phone in the world. */
export const asha = '919876543210';

export interface CallOffice extends Office, Calling {
  messages: Messages;
  offer: string;
  answer: string;
  number: () => BusinessNumber;
  person: () => Person;
  act: (action: string, more?: JsonObject) => ReturnType<Office['ask']>;
  /** Calls Asha and gives the call's id. */
  dial: () => Promise<string>;
  /** The calls and statuses that subscribers heard of, in a line each. */
  heard(): Promise<string[]>;
  travel(seconds: number): Promise<void>;
}

/** The silk shop with calling enabled, and Asha; without a network. */
export function openCallOffice(settings: JsonObject = { status: 'ENABLED' }): CallOffice {
  let built: (Calling & { messages: Messages }) | undefined;
  const office = openOffice((emulator) => {
    const accounts = createAccounts(emulator);
    const { messages } = createMessages(emulator, createPeople(emulator.world), {
      useTemplate: () => ({ use: { id: '1', category: 'utility' }, filled: {}, held: false }),
      checkReferences: (...of) => built?.check(...of),
      fetchLinks: () => null,
      mayOpenConversation: () => true,
      internationalFrom: () => undefined,
      isBlockedByBusiness: () => false,
      refusalToSend: () => null,
      sendToGroup: () => ({}),
    });
    const calling = createCalls(messages, {
      asksForCalls: (_wabaId, name) => name === 'may_we_call',
      refusalToSend: (number) => accounts.refusalToSend(number, 'customer'),
    });
    built = { ...calling, messages };
  });
  onTestFinished(() => office.close());
  const { emulator } = office;
  const { calls, desk, check, messages } = built as unknown as Calling & { messages: Messages };
  const { random } = emulator.world;
  const [offer, answer] = [sdpOfPhone('offer', random), sdpOfPhone('answer', random)];
  emulator.directory.numbers.change(sample.numberId, { callSettings: settings });
  messages.people.create({ id: asha, name: 'Asha Patil' });
  const act = (action: string, more: JsonObject = {}): ReturnType<Office['ask']> =>
    office.ask('POST', `/${sample.numberId}/calls`, {
      body: { messaging_product: 'whatsapp', action, ...more },
    });
  return {
    ...office,
    calls,
    desk,
    check,
    messages,
    offer,
    answer,
    number: () => emulator.directory.numbers.get(sample.numberId) as BusinessNumber,
    person: () => messages.people.get(asha),
    act,
    async dial() {
      const { body } = await act('connect', {
        to: `+${asha}`,
        session: { sdp_type: 'offer', sdp: offer },
      });
      const [call] = (body.calls ?? []) as { id: string }[];
      if (!call) throw new Error(`No call: ${JSON.stringify(body)}`);
      return call.id;
    },
    heard: async () => (await office.told('calls')).flatMap(lineOf),
    travel: (seconds) => emulator.world.travel(seconds * 1000),
  };
}

type Heard = { event?: string; status?: string; duration?: number; session?: { sdp_type: string } };

function lineOf(value: JsonObject): string[] {
  const all = [...((value.calls ?? []) as Heard[]), ...((value.statuses ?? []) as Heard[])];
  return all.map(({ event, status, duration, session }) =>
    [event, session?.sdp_type, status, duration].filter((part) => part !== undefined).join(' '),
  );
}

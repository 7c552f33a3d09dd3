import { createAccounts } from '../../accounts/accounts.ts';
import { openOffice, type Office } from '../../accounts/test/office.ts';
import { createMessages } from '../../messages/create-messages.ts';
import type { Message } from '../../messages/message.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Neighbours } from '../../messages/neighbours.ts';
import { receive } from '../../messages/receive.ts';
import { createPayments, type Payments } from '../../payments/create-payments.ts';
import { createPeople } from '../../people/people.ts';
import { makeSampleCatalog } from '../../sample/sample-catalog.ts';
import { makeSamplePayments } from '../../sample/sample-payments.ts';
import { sample } from '../../sample/sample-world.ts';
import type { JsonObject } from '../../world/json.ts';
import { type Commerce, createCommerce } from '../create-commerce.ts';

/** Asha of Surat, who wrote to the shop a moment ago. */
export const asha = '919876543210';

/** The sample shop with a customer, without a network. */
export interface Stall extends Office {
  messages: Messages;
  commerce: Commerce;
  payments: Payments;
  /** Sends an interactive message to Asha, or to somebody else. */
  send(interactive: JsonObject, to?: string): ReturnType<Office['ask']>;
  sendTemplate(components: JsonObject[]): ReturnType<Office['ask']>;
  /** The message that a send answered with. */
  sent(answer: Awaited<ReturnType<Office['ask']>>): Message;
  travel(seconds: number): Promise<void>;
}

export function openStall(): Stall {
  const built: Partial<Stall> = {};
  const office = openOffice((emulator) => Object.assign(built, build(emulator)));
  const { emulator } = office;
  const { messages, commerce, payments } = built as Pick<Stall, 'messages' | 'commerce' | 'payments'>;
  makeSampleCatalog(emulator, { ...sample, shelves: commerce.shelves });
  makeSamplePayments(payments.ledger, sample.wabaId);
  const number = emulator.directory.numbers.get(sample.numberId);
  if (number) {
    const person = messages.people.create({ id: asha, name: 'Asha Rao' });
    receive(messages, { number, person, type: 'text', content: { text: { body: 'नमस्ते' } } });
  }
  const post = (to: string, body: JsonObject): ReturnType<Office['ask']> =>
    office.ask('POST', `/${sample.numberId}/messages`, {
      body: { messaging_product: 'whatsapp', to, ...body },
    });
  return {
    ...office,
    messages,
    commerce,
    payments,
    send: (interactive, to = asha) => post(`+${to}`, { type: 'interactive', interactive }),
    sendTemplate: (components) =>
      post(`+${asha}`, {
        type: 'template',
        template: { name: 'diwali', language: { code: 'en' }, components },
      }),
    sent({ body }) {
      const [{ id } = { id: '' }] = (body.messages ?? []) as { id: string }[];
      const message = messages.all.get(id);
      if (!message) throw new Error(`Nothing was sent: ${JSON.stringify(body)}`);
      return message;
    },
    travel: (seconds) => emulator.world.travel(seconds * 1000),
  };
}

function build(emulator: Office['emulator']): Pick<Stall, 'messages' | 'commerce' | 'payments'> {
  createAccounts(emulator);
  const checks: Neighbours['checkReferences'][] = [];
  const { messages, progress } = createMessages(emulator, createPeople(emulator.world), {
    useTemplate: () => ({ use: { id: '1', category: 'utility' }, filled: {}, held: false }),
    checkReferences: (...of) => {
      for (const check of checks) check(...of);
    },
    fetchLinks: () => null,
    mayOpenConversation: () => true,
    internationalFrom: () => undefined,
    isBlockedByBusiness: () => false,
    refusalToSend: () => null,
    sendToGroup: () => ({}),
  });
  const commerce = createCommerce(emulator, messages);
  const payments = createPayments(messages, { progress, shop: commerce.shop });
  checks.push(commerce.check, payments.check);
  return { messages, commerce, payments };
}

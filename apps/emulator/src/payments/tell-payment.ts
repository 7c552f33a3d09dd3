import { chatKey } from '../messages/message.ts';
import type { Messages } from '../messages/messages.ts';
import { contactOf, metadataOf } from '../messages/values.ts';
import { digitsOf, wamid } from '../messages/wamid.ts';
import type { Attempt, Order } from './records.ts';
import { secondsOf } from './records.ts';
import { statusPayment } from './show-payment.ts';

type PaymentStatus = 'pending' | 'captured' | 'failed';

/** Has the business hear how a payment stands; only gateways tell WhatsApp. */
export function tellPayment(messages: Messages, order: Order, attempt: Attempt, status: PaymentStatus): void {
  const { emulator, people, now } = messages;
  const number = emulator.directory.numbers.get(order.numberId);
  if (!number || order.way.kind !== 'gateway') return;
  const person = people.get(order.person);
  const appearance = messages.appearance(number, person);
  const { phone, userId } = appearance;
  emulator.webhooks.send({
    wabaId: order.wabaId,
    numberId: number.id,
    field: 'messages',
    value: {
      messaging_product: 'whatsapp',
      metadata: metadataOf(number),
      contacts: [contactOf(appearance)],
      statuses: [
        {
          id: wamid(messages.nameInIds(number, person), emulator.world.random.hex(digitsOf.outbound)),
          ...(phone !== undefined && { recipient_id: phone }),
          recipient_user_id: userId,
          type: 'payment',
          status,
          payment: statusPayment(order, order.way, attempt),
          timestamp: String(secondsOf(now)),
        },
      ],
    },
  });
}

/** The line in the chat that both see on their phones. It is no message on the wire. */
export function showInChat(
  messages: Messages,
  { numberId, wabaId, person, messageId, details, reference }: Order,
  { outcome, minor }: { outcome: 'paid' | 'failed' | 'refunded'; minor: number },
): void {
  const { id } = messages.all.put({
    id: wamid(person, messages.emulator.world.random.hex(digitsOf.inbound)),
    numberId,
    wabaId,
    person,
    chat: chatKey(numberId, person),
    origin: 'customer',
    type: 'payment',
    content: { payment: { outcome, amount: { minor, currency: details.currency }, reference } },
    at: messages.now,
    status: 'received',
    replyTo: messageId,
  });
  messages.retention.settle(id);
}

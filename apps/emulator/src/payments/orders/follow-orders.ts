import type { OrderDetails, OrderStatusUpdate } from '@trikon/whatsapp';
import type { Message } from '../../messages/message.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Progress } from '../../messages/progress.ts';
import { countryOf } from '../../people/countries.ts';
import type { Ledger } from '../ledger.ts';
import { keyOf } from '../records.ts';
import { orderDetailsIn, orderStatusIn } from './order-parts.ts';
import { failureOfUpdate, mayBecome } from './order-status.ts';
import { payWayOf } from './pay-way.ts';

interface Sending {
  ledger: Ledger;
  messages: Messages;
  progress: Progress;
}

/** Keeps the book of orders by what is sent: an accepted message opens an order, a sent update moves it on. */
export function followOrders({ ledger, messages, progress }: Sending): void {
  const { tasks } = ledger.emulator.world;
  const plan = tasks.on<{ id: string; code: number; details: string }>('payments.refuse', (refused) => {
    const { id, ...failure } = refused;
    const message = messages.all.get(id);
    // What fails anyway fails by its own reason.
    if (message && !message.failure) progress.fail(id, failure);
  });
  // At the same moment as the message is taken, that it is never sent.
  const fail = (id: string, failure: { code: number; details: string }): number =>
    plan(ledger.now, { id, ...failure });
  messages.on('accepted', (message) => {
    const details = orderDetailsIn(message.content);
    const update = orderStatusIn(message.content);
    if (details) {
      openOrder(ledger, message, details);
      if (countryOf(message.person) !== 'IN') fail(message.id, notInIndia);
    }
    if (update) {
      const failure = announce(ledger, message, update);
      if (failure) fail(message.id, failure);
    }
  });
  messages.on('sent', (message) => {
    const update = orderStatusIn(message.content);
    if (update) apply(ledger, message, update);
  });
  messages.on('failed', (message) => {
    const update = orderStatusIn(message.content);
    if (update) withdraw(ledger, message, update);
  });
}

const notInIndia = {
  code: 131026,
  details: 'Payments can only be asked of customers with numbers of India.',
};

function openOrder(ledger: Ledger, { id, wabaId, numberId, person }: Message, details: OrderDetails): void {
  const { reference_id: reference, order } = details;
  ledger.orders.put({
    id: keyOf(wabaId, reference),
    wabaId,
    numberId,
    person,
    messageId: id,
    reference,
    details,
    way: payWayOf(ledger, wabaId, details),
    status: 'pending',
    announced: 'pending',
    ...(order.expiration && { expiresAt: Number(order.expiration.timestamp) * 1000 }),
    attempts: [],
    createdAt: ledger.now,
  });
}

function announce(
  ledger: Ledger,
  { wabaId }: Message,
  { reference_id: reference, order: to }: OrderStatusUpdate,
) {
  const order = ledger.order(wabaId, reference);
  if (!order) return null;
  const failure = failureOfUpdate(order, to.status);
  if (!failure) ledger.orders.change(order.id, { announced: to.status });
  return failure;
}

/** The customer sees the newest valid status. */
function apply(ledger: Ledger, { wabaId }: Message, update: OrderStatusUpdate): void {
  const { status, description } = update.order;
  const order = ledger.order(wabaId, update.reference_id);
  if (order && mayBecome(order.status, status)) ledger.orders.change(order.id, { status, note: description });
}

function withdraw(ledger: Ledger, { wabaId }: Message, update: OrderStatusUpdate): void {
  const order = ledger.order(wabaId, update.reference_id);
  if (order?.announced === update.order.status) ledger.orders.change(order.id, { announced: order.status });
}

import { isObject, textIn, type Json } from '@trikon/whatsapp/webhooks';
import type { NewMessage } from '../../messages/new-message.ts';
import type { OfNumber, Plan } from '../plan.ts';
import { addressee } from './echoes.ts';
import { customerOf, idIn, jsonOf, listIn, objectIn, secondsIn, timeOf } from './fields.ts';
import { readBody } from './message-body.ts';

/** In capitals, unlike those of live messages. */
const statuses = new Map([
  ['PENDING', 'accepted'],
  ['SENT', 'sent'],
  ['ERROR', 'failed'],
  ['DELIVERED', 'delivered'],
  ['READ', 'read'],
  ['PLAYED', 'played'],
]);

/** Chats from before the number was connected. How far they came, or that the owner refused, is kept beside. */
export function readHistory(item: OfNumber<'history'>, plan: Plan): boolean {
  const value = jsonOf(item.update.value);
  const told = listIn(value, 'threads').map((thread) => readThread(item, thread));
  if (told.length === 0 || told.includes(null)) return false;
  for (const message of told.flatMap((messages) => messages!)) {
    plan.messages.push(message);
    plan.sources.set(message, item);
  }
  const metadata = objectIn(value, 'metadata') ?? null;
  const messages = told.reduce((sum, each) => sum + each!.length, 0);
  plan.kept.push({
    ...item,
    update: { ...item.update, value: { metadata, messages } } as OfNumber['update'],
  });
  return true;
}

/** Null when a message of it cannot be read: then the whole is kept as it came. */
function readThread(item: OfNumber<'history'>, thread: Json): NewMessage[] | null {
  const who = objectIn(thread, 'context');
  const customer = customerOf(item, who, { phone: idIn(thread, 'id') });
  if (customer === undefined) return null;
  const named = { ...customer, username: textIn(who, 'username') };
  const messages = listIn(thread, 'messages').map((message) => readMessage(item, message, named));
  return messages.includes(null) ? null : (messages as NewMessage[]);
}

function readMessage(item: OfNumber, value: Json, customer: NewMessage['customer']): NewMessage | null {
  const wamid = idIn(value, 'id');
  if (wamid === undefined) return null;
  const direction = isFromCustomer(value, customer) ? 'in' : 'out';
  const said = textIn(objectIn(value, 'history_context'), 'status') ?? '';
  const at = secondsIn(value, 'timestamp');
  const { receivedAt } = item.delivery;
  return {
    ...historic(item, { wamid, customer, direction, value }),
    at: at === undefined || at > receivedAt ? receivedAt : at,
    status: direction === 'in' ? 'received' : (statuses.get(said) ?? 'sent'),
  };
}

function isFromCustomer(value: Json, { phone, userId }: NewMessage['customer']): boolean {
  if (isObject(value) && (value.to !== undefined || value.to_user_id !== undefined)) return false;
  const from = idIn(value, 'from');
  if (from !== undefined && phone !== undefined) return from === phone;
  const fromUser = idIn(value, 'from_user_id');
  return fromUser !== undefined && fromUser === userId;
}

/** The file of a message that came before without it. */
export function readHistoryFile(item: OfNumber<'history-file'>, plan: Plan): boolean {
  const value = jsonOf(item.update.value);
  const wamid = idIn(value, 'id');
  const contact = jsonOf(item.update.contact);
  const isOut = isObject(value) && (value.to !== undefined || value.to_user_id !== undefined);
  const customer = isOut
    ? addressee(item, contact, value)
    : customerOf(item, contact, { phone: idIn(value, 'from'), userId: idIn(value, 'from_user_id') });
  if (wamid === undefined || customer === undefined) return false;
  const direction = isOut ? 'out' : 'in';
  const message = {
    ...historic(item, { wamid, customer, direction, value }),
    at: timeOf(item),
    status: isOut ? 'sent' : 'received',
  };
  plan.messages.push(message);
  plan.sources.set(message, item);
  plan.files.push(message);
  return true;
}

/** Nothing follows from what was said before the number was connected. */
const historic = (
  item: OfNumber,
  { value, ...message }: Pick<NewMessage, 'wamid' | 'customer' | 'direction'> & { value: Json },
): Omit<NewMessage, 'at' | 'status'> => ({
  workspaceId: item.workspaceId,
  numberId: item.numberId,
  ...message,
  origin: message.direction === 'in' ? 'customer' : 'app',
  ...readBody(value),
  receivedAt: item.delivery.receivedAt,
  how: 'history',
  opensWindow: false,
  offersFreeEntry: false,
  deliveryId: item.delivery.deliveryId,
});

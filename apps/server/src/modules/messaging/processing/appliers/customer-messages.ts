import type { NewMessage } from '../../messages/new-message.ts';
import type { OfNumber, Plan } from '../plan.ts';
import { readAmendment } from './amendments.ts';
import { customerOf, idIn, jsonOf, objectIn, timeOf } from './fields.ts';
import { readIdentityChange } from './identity.ts';
import { readBody } from './message-body.ts';

/** WhatsApp says these, not the customer, so they open no window. */
const saidByWhatsapp = new Set(['system', 'request_welcome']);

/** What a customer says, of whatever type. */
export function readCustomerMessage(item: OfNumber<'message' | 'standby-message'>, plan: Plan): boolean {
  const value = jsonOf(item.update.value);
  const wamid = idIn(value, 'id');
  if (wamid === undefined) return false;
  const amendment = readAmendment(item, { wamid, side: 'in' });
  if (amendment !== null) {
    plan.told.push(amendment);
    return true;
  }
  const customer = customerOf(item, jsonOf(item.update.contact), {
    phone: idIn(value, 'from'),
    userId: idIn(value, 'from_user_id'),
    parentUserId: idIn(value, 'from_parent_user_id'),
  });
  if (customer === undefined) return false;
  const message = inboundMessage(item, { wamid, customer });
  plan.messages.push(message);
  plan.sources.set(message, item);
  const change = message.type === 'system' ? readIdentityChange(message) : null;
  if (change !== null) plan.identityChanges.push({ message, change });
  return true;
}

function inboundMessage(
  item: OfNumber<'message' | 'standby-message'>,
  { wamid, customer }: Pick<NewMessage, 'wamid' | 'customer'>,
): NewMessage {
  const value = jsonOf(item.update.value);
  const body = readBody(value, item.update.beside);
  const isSpoken = !saidByWhatsapp.has(body.type) && body.groupId === null;
  return {
    workspaceId: item.workspaceId,
    numberId: item.numberId,
    wamid,
    customer,
    direction: 'in',
    origin: 'customer',
    ...body,
    at: timeOf(item),
    receivedAt: item.delivery.receivedAt,
    status: 'received',
    how: item.update.kind === 'message' ? 'live' : 'standby',
    opensWindow: isSpoken,
    offersFreeEntry: isSpoken && objectIn(value, 'referral') !== undefined,
    deliveryId: item.delivery.deliveryId,
  };
}

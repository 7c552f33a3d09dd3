import { isObject, type Json } from '@trikon/whatsapp/webhooks';
import type { NewMessage } from '../../messages/new-message.ts';
import type { OfNumber, Plan } from '../plan.ts';
import { readAmendment } from './amendments.ts';
import { customerOf, idIn, jsonOf, objectIn, timeOf } from './fields.ts';
import { readBody } from './message-body.ts';

/** What the owner said in the WhatsApp Business app. */
export function readEcho(item: OfNumber<'echo'>, plan: Plan): boolean {
  const value = jsonOf(item.update.value);
  const wamid = idIn(value, 'id');
  if (wamid === undefined) return false;
  const amendment = readAmendment(item, { wamid, side: 'out' });
  if (amendment !== null) {
    plan.told.push(amendment);
    return true;
  }
  return addOutbound(item, plan, { wamid, origin: 'app', how: 'live', addressed: value, said: value });
}

/** What another app that holds the thread has sent: the body of its call. */
export function readStandbyEcho(item: OfNumber<'standby-echo'>, plan: Plan): boolean {
  const value = jsonOf(item.update.value);
  const wamid = idIn(value, 'id');
  const said = objectIn(value, 'message');
  if (wamid === undefined || said === undefined) return false;
  const { to, recipient, ...message } = said;
  delete message.messaging_product;
  delete message.recipient_type;
  const addressed = { to, to_user_id: recipient };
  return addOutbound(item, plan, { wamid, origin: 'meta', how: 'standby', addressed, said: message });
}

interface Outbound extends Pick<NewMessage, 'wamid' | 'origin' | 'how'> {
  addressed: Json;
  said: Json;
}

function addOutbound(item: OfNumber, plan: Plan, { wamid, origin, how, addressed, said }: Outbound): boolean {
  const customer = addressee(item, jsonOf(item.update.contact), addressed);
  if (customer === undefined) return false;
  const message: NewMessage = {
    workspaceId: item.workspaceId,
    numberId: item.numberId,
    wamid,
    customer,
    direction: 'out',
    origin,
    ...readBody(said, item.update.beside),
    at: timeOf(item),
    receivedAt: item.delivery.receivedAt,
    status: 'sent',
    how,
    opensWindow: false,
    offersFreeEntry: false,
    deliveryId: item.delivery.deliveryId,
  };
  plan.messages.push(message);
  plan.sources.set(message, item);
  return true;
}

/** To whom the business spoke: never the business itself, whose number stands in `from`. */
export const addressee = (
  item: Pick<OfNumber, 'portfolioId'>,
  contact: Json | undefined,
  value: Json,
): NewMessage['customer'] | undefined =>
  customerOf(item, contact, {
    phone: idIn(value, 'to'),
    userId: idIn(value, 'to_user_id'),
    parentUserId: isObject(value) ? idIn(value, 'to_parent_user_id') : undefined,
  });

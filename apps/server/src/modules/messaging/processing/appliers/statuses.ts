import { isObject, textIn } from '@trikon/whatsapp/webhooks';
import { amendmentKinds } from '../../messages/amendments.ts';
import type { OfNumber, Plan } from '../plan.ts';
import { idIn, jsonOf, timeOf } from './fields.ts';

const longestWord = 60;

/** What became of something that was sent. */
export function readStatus(item: OfNumber<'status' | 'standby-status'>, plan: Plan): boolean {
  const value = jsonOf(item.update.value);
  const wamid = idIn(value, 'id');
  const status = textIn(value, 'status');
  if (wamid === undefined || status === undefined || status.length > longestWord || !isObject(value))
    return false;
  // Words that stand for other things where what belongs to unknown messages is kept.
  if (status === 'reply' || amendmentKinds.has(status) || textIn(value, 'type') === 'payment') return false;
  // A message to a group has a status for each who is in it; any other has one recipient, under changing names.
  const recipient =
    idIn(value, 'recipient_participant_id') ?? idIn(value, 'recipient_participant_user_id') ?? '';
  plan.told.push({
    workspaceId: item.workspaceId,
    numberId: item.numberId,
    wamid,
    status,
    recipient,
    at: timeOf(item),
    receivedAt: item.delivery.receivedAt,
    value,
    deliveryId: item.delivery.deliveryId,
  });
  return true;
}

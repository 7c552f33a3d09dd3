import { textIn } from '@trikon/whatsapp/webhooks';
import type { OfNumber, Plan } from '../plan.ts';
import { customerOf, idIn, jsonOf, objectIn, timeOf } from './fields.ts';

/** Who answers a customer changes between apps. It is kept whole beside, with the summary that may come with it. */
export function readHandover(item: OfNumber<'handover'>, plan: Plan): boolean {
  const value = jsonOf(item.update.value);
  const sender = objectIn(value, 'sender');
  const customer = customerOf(item, undefined, {
    phone: idIn(sender, 'phone_number'),
    userId: idIn(sender, 'user_id'),
    parentUserId: idIn(sender, 'parent_user_id'),
  });
  const type = textIn(value, 'type');
  if (customer !== undefined && (type === 'control_passed' || type === 'control_taken')) {
    const { workspaceId, numberId } = item;
    const heldBy = type === 'control_passed' ? 'us' : 'other';
    plan.handovers.push({ workspaceId, numberId, customer, at: timeOf(item), heldBy });
  }
  return false;
}

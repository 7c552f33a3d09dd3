import { textIn } from '@trikon/whatsapp/webhooks';
import type { NewMessage } from '../../messages/new-message.ts';
import type { IdentityChange } from '../../../contacts/index.ts';
import type { Routed } from '../routed.ts';
import { idIn, jsonOf, objectIn, timeOf } from './fields.ts';

/** Who a customer is now, as a message of WhatsApp's itself says it. */
export function readIdentityChange({
  workspaceId,
  customer,
  content,
  at,
}: NewMessage): IdentityChange | null {
  const system = objectIn(content, 'system');
  const type = textIn(system, 'type');
  const told = { workspaceId, portfolio: customer.portfolio, at, source: 'whatsapp' };
  if (type === 'customer_identity_changed') return { ...told, kind: 'device_changed', names: customer };
  if (type !== 'user_changed_number' && type !== 'user_changed_user_id') return null;
  return {
    ...told,
    kind: type === 'user_changed_number' ? 'number_changed' : 'user_id_changed',
    before: {
      phone: customer.phone,
      userId: idIn(system, 'previous_user_id') ?? customer.userId,
      parentUserId: idIn(system, 'previous_parent_user_id') ?? customer.parentUserId,
    },
    after: {
      phone: idIn(system, 'wa_id'),
      userId: idIn(system, 'user_id'),
      parentUserId: idIn(system, 'parent_user_id'),
    },
  };
}

/** The same as a field of its own, which Meta says it does not send any more. */
export function readIdentityUpdate(item: Routed<'identity'>): IdentityChange | null {
  const value = jsonOf(item.update.value);
  const [own, parent] = [objectIn(value, 'user_id'), objectIn(value, 'parent_user_id')];
  const [before, after] = [idIn(own, 'previous'), idIn(own, 'current')];
  if (before === undefined || after === undefined) return null;
  const phone = idIn(value, 'wa_id');
  return {
    workspaceId: item.workspaceId,
    portfolio: item.portfolioId,
    at: timeOf(item),
    source: 'whatsapp',
    kind: 'user_id_changed',
    before: { phone, userId: before, parentUserId: idIn(parent, 'previous') },
    after: { phone, userId: after, parentUserId: idIn(parent, 'current') },
  };
}

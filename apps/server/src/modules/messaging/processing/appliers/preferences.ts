import { textIn } from '@trikon/whatsapp/webhooks';
import type { SystemTx } from '../../../../platform/db/index.ts';
import type { ProcessingNeighbours } from '../neighbours.ts';
import type { Routed } from '../routed.ts';
import { customerOf, idIn, jsonOf, timeOf } from './fields.ts';

type Choice = 'stop' | 'resume' | 'signup';

const choices: ReadonlySet<string> = new Set<Choice>(['stop', 'resume', 'signup']);

/** What customers chose in WhatsApp itself about this business's marketing. */
export async function applyPreferences(
  tx: SystemTx,
  items: readonly Routed<'preference'>[],
  neighbours: ProcessingNeighbours,
): Promise<void> {
  const read = items.flatMap((item) => {
    const value = jsonOf(item.update.value);
    const choice = textIn(value, 'value') ?? '';
    const customer = customerOf(item, jsonOf(item.update.contact), {
      phone: idIn(value, 'wa_id'),
      userId: idIn(value, 'user_id'),
      parentUserId: idIn(value, 'parent_user_id'),
    });
    return customer !== undefined && choices.has(choice) ? [{ item, customer, choice }] : [];
  });
  if (read.length === 0) return;
  const contacts = await neighbours.resolveContacts(
    tx,
    read.map(({ item, customer }) => ({
      workspaceId: item.workspaceId,
      ...customer,
      at: timeOf(item),
      source: 'whatsapp',
    })),
  );
  await neighbours.applyPreferences(
    tx,
    read.flatMap(({ item, choice }, nth) => {
      const contact = contacts[nth];
      const evidence = { deliveryId: item.delivery.deliveryId, key: item.update.key };
      const { workspaceId } = item;
      return contact
        ? [{ workspaceId, contactId: contact.contactId, value: choice as Choice, at: timeOf(item), evidence }]
        : [];
    }),
  );
}

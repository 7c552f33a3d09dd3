import type { GroupParticipant, WebhookValues } from '@trikon/whatsapp';
import { metadataOf } from '../messages/values.ts';
import type { Person } from '../people/person.ts';
import type { JsonObject } from '../world/json.ts';
import type { Group } from './group.ts';
import type { Groups } from './groups.ts';

type GroupField = Extract<keyof WebhookValues, `group_${string}`>;
type ChangeOf<Field extends GroupField> = WebhookValues[Field]['groups'][number];
/** Each kind of change without what all have. */
type Told<Change> = Change extends unknown ? Omit<Change, 'group_id' | 'timestamp'> : never;

/** Tells of one group; all four fields have the same wrapper (Meta, "Webhooks for Groups API"). */
export function tellGroup<Field extends GroupField>(
  groups: Groups,
  group: Pick<Group, 'id' | 'numberId'>,
  field: Field,
  change: Told<ChangeOf<Field>>,
): void {
  const number = groups.numberOf(group);
  groups.messages.emulator.webhooks.send({
    wabaId: number.wabaId,
    numberId: number.id,
    field,
    value: {
      messaging_product: 'whatsapp',
      metadata: metadataOf(number),
      groups: [
        { timestamp: secondsOf(groups.now), group_id: group.id, ...(change as unknown as JsonObject) },
      ],
    },
  });
}

/** A member as the business may see them. */
export function participantOf(groups: Groups, group: Group, person: Person): GroupParticipant {
  const { phone, userId } = groups.messages.appearance(groups.numberOf(group), person);
  return { ...(phone !== undefined && { wa_id: phone }), user_id: userId };
}

export const secondsOf = (at: number): string => String(Math.floor(at / 1000));

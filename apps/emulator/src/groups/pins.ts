import type { OutgoingPin } from '@trikon/whatsapp';
import { refuse } from '../graph/errors.ts';
import type { Group, Pin } from './group.ts';
import type { Groups } from './groups.ts';

const day = 24 * 3_600_000;
const most = 3;

/** Pins that still stand. */
export const pinsOf = ({ pins }: Group, now: number): Pin[] => pins.filter(({ until }) => until > now);

/** Up to three messages stand on top of a group, each for 1 to 30 days (Meta, "Group messaging"). */
export function pin({ all, now }: Groups, group: Group, ordered: OutgoingPin): void {
  const others = pinsOf(group, now).filter(({ message }) => message !== ordered.message_id);
  if (ordered.type === 'unpin') {
    all.change(group.id, { pins: others });
    return;
  }
  if (others.length >= most) refuse(131009, `A group can have ${most} pinned messages.`);
  const until = now + ordered.expiration_days * day;
  all.change(group.id, { pins: [...others, { message: ordered.message_id, until }] });
}

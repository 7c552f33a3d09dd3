import type { OutgoingMessage, SendAnswer } from '@trikon/whatsapp';
import type { BusinessNumber } from '../directory/records.ts';
import { refuse } from '../graph/errors.ts';
import type { Message } from '../messages/message.ts';
import type { UsableTemplate } from '../messages/neighbours.ts';
import { digitsOf, wamid } from '../messages/wamid.ts';
import type { JsonObject } from '../world/json.ts';
import type { Group } from './group.ts';
import type { Groups } from './groups.ts';
import { pin } from './pins.ts';
import type { PostProgress } from './post-progress.ts';

const thirtyDays = 30 * 24 * 3_600_000;

/** `POST number/messages` with a group as recipient (Meta, "Group messaging"). */
export function postToGroup(
  groups: Groups,
  progress: PostProgress,
  { number, body, content }: { number: BusinessNumber; body: OutgoingMessage; content: JsonObject },
): SendAnswer {
  const group = groupOf(groups, number, body.to ?? '');
  refuseTarget(groups, group, body);
  groups.neighbours.checkReferences(number, content);
  const template = body.type === 'template' ? useTemplate(groups, number, body.template) : undefined;
  if (body.type === 'pin') pin(groups, group, body.pin);
  const message = write(groups, group, { body, content, template });
  progress.begin(message, group, groups.neighbours.fetchLinks(number, content));
  return answerOf(group, message);
}

function groupOf(groups: Groups, number: BusinessNumber, id: string): Group {
  const group = groups.all.get(id);
  if (group?.numberId !== number.id) refuse(131041, `The group ${id} is unknown.`);
  groups.refuseSuspended(group);
  if (group.members.length === 0) refuse(131020, 'The business is the only participant of the group.');
  return group;
}

/** Reactions and pins are about a message of the same group. */
function refuseTarget({ messages }: Groups, group: Group, body: OutgoingMessage): void {
  const id = body.type === 'reaction' ? body.reaction.message_id : undefined;
  const pinned = body.type === 'pin' ? body.pin.message_id : id;
  if (pinned === undefined) return;
  const target = messages.all.get(pinned);
  if (target?.groupId !== group.id || target.type === 'reaction')
    refuse(131009, `Message with id ${pinned} is not a message of this group.`);
}

type SentTemplate = Extract<OutgoingMessage, { type: 'template' }>['template'];

function useTemplate(groups: Groups, number: BusinessNumber, template: SentTemplate): UsableTemplate {
  const usable = groups.neighbours.useTemplate({ number, template, lite: false });
  if (usable.use.category === 'authentication')
    refuse(131009, 'Authentication templates cannot be sent to groups.');
  return usable;
}

interface Written {
  body: OutgoingMessage;
  content: JsonObject;
  template: UsableTemplate | undefined;
}

function write({ messages }: Groups, group: Group, { body, content, template }: Written): Message {
  const { all, now, emulator } = messages;
  const quoted = all.get(body.context?.message_id ?? '');
  const ttl = template?.use.ttlSeconds ?? body.ttl_seconds;
  return all.put({
    id: wamid(group.id.slice(-20), emulator.world.random.hex(digitsOf.outbound)),
    numberId: group.numberId,
    wabaId: group.wabaId,
    // Nobody in particular: who got it stands in the post.
    person: '',
    chat: group.id,
    groupId: group.id,
    origin: 'api',
    type: body.type,
    content,
    at: now,
    status: 'accepted',
    lapsesAt: now + (ttl === undefined || ttl < 0 ? thirtyDays : ttl * 1000),
    ...(quoted?.groupId === group.id && { replyTo: quoted.id }),
    ...(body.biz_opaque_callback_data !== undefined && { opaque: body.biz_opaque_callback_data }),
    ...(template && { template: template.use, filled: template.filled }),
  });
}

function answerOf({ id: groupId }: Group, { id, type }: Message): SendAnswer {
  const status = type === 'template' && { message_status: 'accepted' as const };
  return {
    messaging_product: 'whatsapp',
    contacts: [{ input: groupId, wa_id: groupId }],
    messages: [{ id, group_id: groupId, ...status }],
  };
}

import { list, requireProduct } from '../accounts/reading.ts';
import type { BusinessNumber } from '../directory/records.ts';
import { type Call, type Edges, Reply } from '../graph/call.ts';
import { pageOf } from '../graph/cursors.ts';
import { refuse, webhookError } from '../graph/errors.ts';
import { normaliseRecipient } from '../messages/checks/recipient.ts';
import { isObject } from '../world/json.ts';
import type { Group, JoinRequest } from './group.ts';
import type { Groups } from './groups.ts';
import type { Membership } from './membership.ts';
import { participantOf } from './tell.ts';

const access = ['whatsapp_business_messaging', 'whatsapp_business_management'] as const;

/** Who is let in and who is put out (Meta, "Group management"). Nobody can be added by a call. */
export const groupPeopleEdges = (groups: Groups, membership: Membership): Edges => ({
  'DELETE group/participants': {
    access,
    answer({ node, params }: Call<Group>) {
      requireProduct(params);
      groups.refuseSuspended(node);
      const people = readPeople(groups, node, params);
      return { messaging_product: 'whatsapp', request_id: membership.remove(node, people).requestId };
    },
  },
  'GET group/join_requests': {
    access,
    answer(call: Call<Group>) {
      const path = `${call.node.id}/join_requests`;
      const { data, paging } = pageOf(groups.requestsOf.all(call.node.id), call, { path });
      const shown = data.map(({ id, person, at }) => ({
        join_request_id: id,
        ...participantOf(groups, call.node, groups.messages.people.get(person)),
        creation_timestamp: Math.floor(at / 1000),
      }));
      return { data: shown, ...(paging && { paging }) };
    },
  },
  'POST group/join_requests': {
    access,
    answer: ({ node, params }: Call<Group>) =>
      decide(groups, node, params, {
        done: 'approved_join_requests',
        take(request) {
          // Approved one after the other: the last may find no place.
          const group = groups.all.get(node.id) ?? node;
          if (membership.isFull(group)) return webhookError(131204, 'The group is full.');
          groups.requests.delete(request.id);
          membership.join(group, groups.messages.people.get(request.person));
          return null;
        },
      }),
  },
  'DELETE group/join_requests': {
    access,
    answer: ({ node, params }: Call<Group>) =>
      decide(groups, node, params, {
        done: 'rejected_join_requests',
        take({ id }) {
          groups.requests.delete(id);
          return null;
        },
      }),
  },
});

interface Decision {
  done: 'approved_join_requests' | 'rejected_join_requests';
  /** Null, or why not. */
  take: (request: JoinRequest) => ReturnType<typeof webhookError> | null;
}

function decide(
  groups: Groups,
  group: Group,
  params: Record<string, unknown>,
  { done, take }: Decision,
): unknown {
  requireProduct(params);
  groups.refuseSuspended(group);
  const ids = (list(params, 'join_requests') ?? []).map(String);
  if (ids.length === 0) refuse(100, 'The parameter join_requests is required.');
  const found = ids.filter((id) => groups.requests.get(id)?.groupId === group.id);
  if (found.length === 0) refuse(131213, 'The join requests do not exist.');
  const taken: string[] = [];
  const failed: { join_request_id: string; errors: ReturnType<typeof webhookError>[] }[] = [];
  for (const id of new Set(ids)) {
    const request = groups.requests.get(id);
    const error =
      request?.groupId === group.id
        ? take(request)
        : webhookError(131213, 'The join request does not exist.');
    if (error) failed.push({ join_request_id: id, errors: [error] });
    else taken.push(id);
  }
  const answer = { messaging_product: 'whatsapp', [done]: taken };
  if (failed.length === 0) return answer;
  const errors = [webhookError(131201, 'Some of the join requests failed.')];
  return new Reply({ ...answer, failed_join_requests: failed, errors }, { status: 206 });
}

/** Phone numbers or user ids; each once, and at most as many as a group can have. */
function readPeople(groups: Groups, group: Group, params: Record<string, unknown>) {
  const inputs = (list(params, 'participants') ?? []).map((one) =>
    isObject(one) && typeof one.user === 'string'
      ? one.user
      : refuse(100, 'Param participants[user] is required.'),
  );
  if (inputs.length === 0) refuse(100, 'The parameter participants is required.');
  if (inputs.length > groups.setting.value.largest) refuse(131204, 'Too many participants in one call.');
  const number = groups.numberOf(group);
  const people = inputs.map((input) => ({ input, phone: phoneOf(groups, number, input) }));
  if (new Set(people.map(({ phone }) => phone)).size < people.length)
    refuse(131202, 'A participant is named twice.');
  return people;
}

function phoneOf({ messages }: Groups, number: BusinessNumber, input: string): string {
  if (!/^[A-Z]{2}\./.test(input)) return normaliseRecipient(input, number.countryCode).slice(1);
  const { business } = messages.emulator.directory.ownersOf(number);
  return messages.people.byUserId(business.id, input)?.id ?? input;
}

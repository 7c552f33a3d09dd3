import type { BusinessNumber } from '../directory/records.ts';
import type { Call, Edges } from '../graph/call.ts';
import { refuse } from '../graph/errors.ts';
import { readPhone } from '../messages/checks/recipient.ts';
import type { Person } from '../people/person.ts';
import type { VoiceCall } from './call.ts';
import type { Calls } from './calls.ts';
import { LookupRate } from './lookup-rate.ts';
import type { Use } from './permissions.ts';
import { type CallRequest, readCall } from './read-call.ts';
import { hasCalling, refuseCallTo, refuseWithoutCalling } from './right-to-call.ts';

const access = 'whatsapp_business_messaging';

export function callEdges(calls: Calls): Edges {
  const rate = new LookupRate();
  return {
    'POST number/calls': {
      access,
      counted: false,
      answer: ({ node, params }: Call<BusinessNumber>) => takeAction(calls, node, readCall(params)),
    },
    'GET number/call_permissions': {
      access,
      counted: false,
      answer({ node, params }: Call<BusinessNumber>) {
        if (!rate.take(node.id, calls.setting.value.lookupsPerSecond, calls.messages.now))
          refuse(613, 'Calls to this api have exceeded the rate limit.');
        const { user_wa_id: phone, recipient } = params;
        return showPermission(calls, node, personOf(calls, node, textOf(phone), textOf(recipient)));
      },
    },
  };
}

function takeAction(calls: Calls, number: BusinessNumber, request: CallRequest): unknown {
  refuseWithoutCalling(calls, number);
  const messaging_product = 'whatsapp';
  if (request.action === 'connect') {
    const person = personOf(calls, number, request.to, request.recipient);
    refuseCallTo(calls, number, person);
    return { messaging_product, calls: [{ id: calls.startByBusiness(number, person, request.opaque).id }] };
  }
  answerCall(calls, runningCall(calls, number, request.callId), request.action);
  return { messaging_product, success: true };
}

function answerCall(calls: Calls, call: VoiceCall, action: Exclude<CallRequest['action'], 'connect'>): void {
  if (action === 'terminate') return calls.end(call, 'business');
  if (call.direction === 'BUSINESS_INITIATED')
    refuse(131009, `The action ${action} is for calls of customers; this one is the business' own.`);
  if (call.state === 'connected') refuse(131009, 'The call was accepted already.');
  if (action === 'accept') calls.connect(call);
  else if (action === 'reject') calls.end(call, 'business');
}

/** A call that ended is as unknown as one that never was. */
function runningCall({ all }: Calls, number: BusinessNumber, id: string): VoiceCall {
  const call = all.get(id);
  return call?.numberId === number.id && !call.unheard
    ? call
    : refuse(131009, `Param call_id ${id} is not the id of a call in progress.`);
}

function personOf(
  { messages: { people, emulator } }: Calls,
  number: BusinessNumber,
  phone: string | undefined,
  userId: string | undefined,
): Person {
  if (phone !== undefined)
    return people.get(
      readPhone(phone, number.countryCode) ?? refuse(131009, 'The phone number is malformed.'),
    );
  if (userId === undefined) refuse(100, 'The parameter user_wa_id is required.');
  const person = people.byUserId(emulator.directory.ownersOf(number).business.id, userId);
  return person ?? refuse(131009, 'Param recipient is not a valid business-scoped user ID of this business.');
}

function showPermission({ permissions }: Calls, number: BusinessNumber, { id }: Person) {
  const { permission, until } = permissions.of(number.id, id);
  const requests = permissions.requestUse(number.id, id, number.mode === 'SANDBOX');
  const started = permissions.callUse(number.id, id);
  const hasRoom = [...requests].every(({ used, max }) => used < max);
  const isPossible = hasCalling(number);
  return {
    messaging_product: 'whatsapp',
    permission: {
      status: permission === 'none' ? 'no_permission' : permission,
      ...(until !== undefined && { expiration_time: Math.floor(until / 1000) }),
    },
    actions: [
      {
        action_name: 'send_call_permission_request',
        can_perform_action: isPossible && hasRoom && permission !== 'permanent',
        limits: requests.map(showUse),
      },
      {
        action_name: 'start_call',
        can_perform_action: isPossible && permission !== 'none' && started.used < started.max,
        limits: [showUse(started)],
      },
    ],
  };
}

const showUse = ({ period, max, used, fullUntil }: Use) => ({
  time_period: period,
  max_allowed: max,
  current_usage: used,
  ...(fullUntil !== undefined && { limit_expiration_time: Math.ceil(fullUntil / 1000) }),
});

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

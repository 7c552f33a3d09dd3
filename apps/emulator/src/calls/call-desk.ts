import type { BusinessNumber } from '../directory/records.ts';
import type { Message } from '../messages/message.ts';
import { countryOf } from '../people/countries.ts';
import type { Person } from '../people/person.ts';
import type { CallDesk } from '../phones/neighbours.ts';
import { WorldRefusal } from '../door/world-door.ts';
import { isObject, type JsonObject } from '../world/json.ts';
import { offerCallback } from './aftermath.ts';
import type { VoiceCall } from './call.ts';
import type { Calls } from './calls.ts';
import { takesCallsAt } from './hours.ts';
import type { Requests } from './requests.ts';
import {
  hasCalling,
  isRestricted,
  noCallButton,
  noCustomerCalls,
  settingsOf,
  usesSip,
} from './right-to-call.ts';

/** Calls as a customer's phone has them. */
export function createCallDesk(calls: Calls, requests: Requests): CallDesk {
  const { permissions, messages } = calls;
  const { directory } = messages.emulator;
  const callOf = (id: string, phone: string): VoiceCall => {
    const call = calls.all.get(id);
    return call?.person === phone ? call : fail('This call is over.');
  };
  return {
    current(phone) {
      const call = calls.onPhone(phone);
      const number = call && directory.numbers.get(call.numberId);
      return number && showCall(call, number);
    },
    permission: (numberId, person) => permissions.of(numberId, person),
    allow: (numberId, person, value) => permissions.allow(numberId, person, value),
    stands: (request) => requests.stands(request),
    isOffered: (number, person) => hasIcon(calls, number, person),
    call(number, person, button) {
      refuseCustomer(calls, number, person);
      if (button) refuseLapsed(button, messages.now);
      calls.startByCustomer(number, person, button && payloadOf(button));
    },
    callByLink(number, person, payload) {
      refuseCustomer(calls, number, person);
      calls.startByCustomer(number, person, payload);
    },
    accept(id, phone) {
      const call = callOf(id, phone);
      if (call.direction !== 'BUSINESS_INITIATED' || call.state !== 'ringing')
        fail('There is nothing to accept.');
      calls.connect(call);
    },
    decline: (id, phone) => calls.end(callOf(id, phone), 'customer'),
    end: (id, phone) => calls.end(callOf(id, phone), 'customer'),
  };
}

function showCall({ id, direction, state, at, connectedAt }: VoiceCall, number: BusinessNumber) {
  const picture = number.profile.profile_picture_url;
  return {
    id,
    chat: number.id,
    title: number.verifiedName,
    ...(typeof picture === 'string' && { picture }),
    direction: direction === 'USER_INITIATED' ? ('outgoing' as const) : ('incoming' as const),
    state: state === 'connected' ? state : ('ringing' as const),
    since: connectedAt ?? at,
  };
}

function hasIcon({ messages }: Calls, number: BusinessNumber, person: Person): boolean {
  const { call_icon_visibility: visibility, call_icons: icons } = settingsOf(number);
  const countries = icons?.restrict_to_user_countries ?? [];
  const { waba } = messages.emulator.directory.ownersOf(number);
  return (
    hasCalling(number) &&
    visibility !== 'DISABLE_ALL' &&
    (countries.length === 0 || countries.includes(countryOf(person.id) ?? '')) &&
    !isRestricted(waba, noCallButton, messages.now)
  );
}

/** Buttons and links reach a business whose icon is hidden; what is closed is closed to them too. */
function refuseCustomer(calls: Calls, number: BusinessNumber, person: Person): void {
  const { messages } = calls;
  const { waba } = messages.emulator.directory.ownersOf(number);
  if (!number.registered || !hasCalling(number) || isRestricted(waba, noCustomerCalls, messages.now))
    fail('This business takes no calls on WhatsApp.');
  if (usesSip(number)) fail('This business takes its calls by SIP, which this world does not carry.');
  if (person.blocked.includes(number.id)) fail('You blocked this business; unblock it to call.');
  if (!person.online) fail('The phone is offline.');
  if (calls.onPhone(person.id) || calls.between(number.id, person.id)) fail('There is a call already.');
  if (calls.ofNumber.all(number.id).length >= calls.setting.value.concurrent) fail('The business is busy.');
  if (takesCallsAt(settingsOf(number).call_hours, messages.now)) return;
  offerCallback(calls, { number, person });
  fail('This business takes calls at other hours.');
}

/** What comes back with the call: of an interactive button, or of a template's. */
function payloadOf({ content }: Message): string | undefined {
  const { payload } = buttonOf(content);
  return typeof payload === 'string' ? payload : undefined;
}

function refuseLapsed({ content, at }: Message, now: number): void {
  const { ttl_minutes: minutes } = buttonOf(content);
  if (typeof minutes === 'number' && now >= at + minutes * 60_000) fail('This call button has expired.');
}

function buttonOf({ interactive, template }: JsonObject): JsonObject {
  if (isObject(interactive)) {
    const { parameters } = isObject(interactive.action) ? interactive.action : {};
    return isObject(parameters) ? parameters : {};
  }
  const components: unknown[] =
    isObject(template) && Array.isArray(template.components) ? template.components : [];
  const button = components.filter(isObject).find(({ sub_type }) => sub_type === 'voice_call');
  const parameters: unknown[] = Array.isArray(button?.parameters) ? button.parameters : [];
  return Object.assign({}, ...parameters.filter(isObject)) as JsonObject;
}

function fail(message: string): never {
  throw new WorldRefusal(message, 409);
}

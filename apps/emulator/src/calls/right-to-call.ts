import type { ChangedCalling } from '@trikon/whatsapp';
import type { BusinessNumber, Waba } from '../directory/records.ts';
import { refuse } from '../graph/errors.ts';
import { callingCodeOf } from '../people/countries.ts';
import type { Person } from '../people/person.ts';
import type { Calls } from './calls.ts';

export const settingsOf = ({ callSettings }: BusinessNumber): ChangedCalling => callSettings;

/** Numbers that are in the WhatsApp Business app too have no calls on the Cloud API. */
export const hasCalling = (number: BusinessNumber): boolean =>
  settingsOf(number).status === 'ENABLED' && !number.onBusinessApp;

export const usesSip = (number: BusinessNumber): boolean => settingsOf(number).sip?.status === 'ENABLED';

export function isRestricted({ restrictions }: Waba, types: readonly string[], now: number): boolean {
  return restrictions.some(({ type, until = Infinity }) => types.includes(type) && until > now);
}

const both = 'RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING';

const noBusinessCalls = ['RESTRICTED_BUSINESS_INITIATED_CALLING', both];
export const noCustomerCalls = ['RESTRICTED_USER_INITIATED_CALLING', both];
export const noCallButton = [...noCustomerCalls, 'RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN'];

/** For every call to the endpoint: the number has calls, and their signals go over Graph. */
export function refuseWithoutCalling({ refusalToSend }: Calls, number: BusinessNumber): void {
  const refusal = refusalToSend(number);
  if (refusal) refuse(refusal.code, refusal.details);
  if (!hasCalling(number)) refuse(138000, 'Calling is not enabled for this phone number.');
  if (usesSip(number))
    refuse(131055, 'The phone number takes its calls by SIP; the calls endpoint is not available to it.');
}

/** Whether the business may call this customer now (Meta, "Business-initiated calls", "Calling troubleshooting"). */
export function refuseCallTo(calls: Calls, number: BusinessNumber, person: Person): void {
  refuseCaller(calls, number);
  refuseCallee(number, person);
  const { permission } = calls.permissions.of(number.id, person.id);
  if (permission === 'none')
    refuse(138006, 'No approved call permission from the recipient of the call was found.');
  const { max, used, fullUntil } = calls.permissions.callUse(number.id, person.id);
  if (used >= max) {
    refuse(
      138012,
      `The limit of ${max} connected calls to this recipient in 24 hours was reached; it is open again at ${Math.ceil((fullUntil ?? 0) / 1000)}.`,
    );
  }
  if (calls.between(number.id, person.id))
    refuse(138003, 'A call between this phone number and the recipient is in progress already.');
  if (calls.ofNumber.all(number.id).length >= calls.setting.value.concurrent)
    refuse(138002, 'The limit of concurrent calls of this phone number was reached.');
}

function refuseCaller({ messages, setting }: Calls, number: BusinessNumber): void {
  const { waba, business } = messages.emulator.directory.ownersOf(number);
  const isSandbox = number.mode === 'SANDBOX';
  if (!isSandbox && setting.value.withoutBusinessCalls.includes(number.country))
    refuse(138013, 'Business-initiated calling is not available for phone numbers of this country.');
  if (!isSandbox && business.tier === 'TIER_250')
    refuse(138015, 'The messaging limit must be at least 2,000.');
  if (isRestricted(waba, noBusinessCalls, messages.now))
    refuse(138014, 'Business-initiated calling is disabled because of low quality.');
  if (!waba.hasPaymentMethod)
    refuse(131044, 'The call failed because there were errors related to the payment method.');
}

function refuseCallee(number: BusinessNumber, person: Person): void {
  if (callingCodeOf(person.id) === undefined)
    refuse(131009, `Recipient phone number ${person.id} is not valid.`);
  if (person.id === number.phone) refuse(131021, 'Sender and recipient phone number is the same.');
  if (number.mode === 'SANDBOX' && !number.allowedRecipients.includes(person.id))
    refuse(131030, 'Recipient phone number not in allowed list.');
  if (!person.hasWhatsApp || person.oldClient)
    refuse(138001, 'The recipient cannot take calls: not on WhatsApp, or with an old version of it.');
}

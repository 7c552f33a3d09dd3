import type { AppPhones } from '../business-app/app-phones.ts';
import type { Coexistence } from '../coexistence/create-coexistence.ts';
import type { Emulator } from '../emulator.ts';
import { refuse } from '../graph/errors.ts';
import type { BusinessNumber } from '../directory/records.ts';
import type { Session } from './session.ts';

/** Who wants to be connected. */
export interface Partner {
  name: string;
  appId: string;
  businessId?: string;
}

/** What the sign-up asks of the WhatsApp Business app, in which the number is. */
export interface BusinessAppDesk {
  /** Has the app on the phone ask its owner; false when the number has no phone in the world. */
  ask: (numberId: string, partner: Partner) => boolean;
  /** The owner's yes; null as long as there is none. */
  consent: (numberId: string) => { sharesHistory: boolean } | null;
  /** The sign-up is over: the number joins the Cloud API. */
  complete: (numberId: string, signedUp: { partner: Partner; sharesHistory: boolean }) => void;
}

export const businessAppDesk = (apps: AppPhones, coexistence: Coexistence): BusinessAppDesk => ({
  ask(numberId, partner) {
    if (!apps.all.has(numberId)) return false;
    coexistence.askToConnect(numberId, { partner, isStep: true });
    return true;
  },
  consent(numberId) {
    const { state, sharesHistory = false } = coexistence.find(numberId) ?? {};
    return state === 'agreed' ? { sharesHistory } : null;
  },
  complete: (numberId, signedUp) => coexistence.complete(numberId, signedUp),
});

export function partnerOf({ directory: { apps } }: Emulator, { appId }: Session): Partner {
  const { name = '', businessId } = apps.get(appId) ?? {};
  return { name, appId, ...(businessId !== undefined && { businessId }) };
}

/**
 * A number that so far is only in the app: its account goes to the portfolio that the owner chose. Null for numbers that
 * nobody knows yet.
 */
export function takeAppNumber(
  { directory }: Emulator,
  phone: string,
  businessId: string,
): BusinessNumber | null {
  const number = directory.numberByPhone.get(phone);
  if (!number) return null;
  if (!number.onBusinessApp) refuse(100, 'This phone number is not in use with the WhatsApp Business app.');
  if (number.registered) refuse(100, 'This phone number is connected to a partner already.');
  directory.wabas.change(number.wabaId, { businessId });
  return number;
}

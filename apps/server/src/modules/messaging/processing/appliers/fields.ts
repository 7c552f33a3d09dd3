import { isObject, textIn, type Json, type JsonObject } from '@trikon/whatsapp/webhooks';
import type { NewMessage } from '../../messages/new-message.ts';
import type { OfNumber } from '../plan.ts';

/** What an index of the database holds easily. Meta's ids are far shorter. */
const longestId = 400;

/** An id, unless it is none that could be kept. */
export function idIn(value: Json | undefined, name: string): string | undefined {
  const id = textIn(value, name);
  return id !== undefined && id.length <= longestId ? id : undefined;
}

export function objectIn(value: Json | undefined, name: string): JsonObject | undefined {
  const found = isObject(value) ? value[name] : undefined;
  return isObject(found) ? found : undefined;
}

export function listIn(value: Json | undefined, name: string): Json[] {
  const found = isObject(value) ? value[name] : undefined;
  return Array.isArray(found) ? found : [];
}

/** Updates are read as what came, not as what is documented: nothing in them is sure to be there. */
export const jsonOf = (value: unknown): Json => value as Json;

/** A phone's clock may be ahead; nothing was said after it arrived. */
export function timeOf({
  update: { at },
  delivery: { receivedAt },
}: Pick<OfNumber, 'update' | 'delivery'>): Date {
  return at === undefined || at > receivedAt.getTime() ? receivedAt : new Date(at);
}

export function secondsIn(value: Json | undefined, name: string): Date | undefined {
  const seconds = Number(textIn(value, name));
  return seconds > 0 && seconds < 1e11 ? new Date(Math.round(seconds * 1000)) : undefined;
}

/** A customer, by what stands beside a message and in it. Undefined if nothing says who it is. */
export function customerOf(
  { portfolioId }: Pick<OfNumber, 'portfolioId'>,
  contact: Json | undefined,
  said: { phone?: string | undefined; userId?: string | undefined; parentUserId?: string | undefined },
): NewMessage['customer'] | undefined {
  const profile = objectIn(contact, 'profile');
  const customer = {
    phone: said.phone ?? idIn(contact, 'wa_id'),
    userId: said.userId ?? idIn(contact, 'user_id'),
    parentUserId: said.parentUserId ?? idIn(contact, 'parent_user_id'),
    portfolio: portfolioId,
    username: textIn(profile, 'username'),
    profileName: textIn(profile, 'name'),
  };
  const isSomebody = [customer.phone, customer.userId, customer.parentUserId].some(canName);
  return isSomebody ? customer : undefined;
}

const canName = (id: string | undefined): boolean => id !== undefined && id.length <= 150;

/** An object with those names that have a value. */
export function compact(fields: Record<string, Json | undefined>): JsonObject | null {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return present.length === 0 ? null : Object.fromEntries(present);
}

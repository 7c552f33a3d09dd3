import type { BusinessNumber } from '../directory/records.ts';
import { countryOf } from '../people/countries.ts';
import { type Price, priceOf } from '../pricing/pricing.ts';
import type { Message } from './message.ts';
import type { Messages } from './messages.ts';
import type { Neighbours } from './neighbours.ts';
import { isFreeEntry, isOpen } from './verdict.ts';

interface PricedNow {
  price: Price;
  /** Uses one of the free replies that the number has this month. */
  useAllowance: () => void;
}

/** What a message costs if it is sent now; null where nothing is ever charged. */
export function priceNow(
  { allowance, calendar, chats, now, emulator }: Messages,
  neighbours: Neighbours,
  { message, number }: { message: Message; number: BusinessNumber },
): PricedNow | null {
  if (message.type === 'reaction' || message.origin === 'business-app') return null;
  const { waba } = emulator.directory.ownersOf(number);
  const day = calendar.dayIn(waba.timezone, now);
  const chat = chats.get(message.chat);
  const category = message.template?.category ?? 'service';
  const inFreeEntry = isFreeEntry(chat, now);
  const left = category === 'service' ? allowance.left(number, day) : 0;
  const country = countryOf(message.person) ?? 'ZZ';
  const from = category === 'authentication' ? neighbours.internationalFrom(number, country) : undefined;
  const price = priceOf({
    day,
    category,
    inWindow: isOpen(chat, now),
    inFreeEntry,
    lite: message.lite === true,
    country,
    allowance: left,
    ...(from !== undefined && { internationalFrom: from }),
  });
  const counts = category === 'service' && left > 0 && !inFreeEntry;
  return { price, useAllowance: () => counts && allowance.use(number, day) };
}

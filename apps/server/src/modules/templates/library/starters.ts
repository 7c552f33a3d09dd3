import { starterOf, type Starter } from './starter.ts';
import { bookingStarters } from './starters/bookings.ts';
import { festivalStarters } from './starters/festivals.ts';
import { kitStarters } from './starters/kits.ts';
import { matterStarters } from './starters/matters.ts';
import { orderStarters } from './starters/orders.ts';
import { paymentStarters } from './starters/payments.ts';
import { sellingStarters } from './starters/selling.ts';

/** Every template to begin with, as the library shows them. */
export const starters: readonly Starter[] = [
  ...orderStarters,
  ...sellingStarters,
  ...bookingStarters,
  ...paymentStarters,
  ...matterStarters,
  ...festivalStarters,
  ...kitStarters,
].map(starterOf);

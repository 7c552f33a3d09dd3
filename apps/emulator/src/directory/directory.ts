import type { Collection, Index } from '../world/collection.ts';
import type { World } from '../world/world.ts';
import type { App, Business, BusinessNumber, Token, Waba } from './records.ts';

/** Who is there on the business' side: apps, their tokens, portfolios, accounts and numbers. */
export interface Directory {
  apps: Collection<App>;
  tokens: Collection<Token>;
  businesses: Collection<Business>;
  wabas: Collection<Waba>;
  numbers: Collection<BusinessNumber>;
  tokenByValue: Index<Token>;
  numberByPhone: Index<BusinessNumber>;
  numbersOf(wabaId: string): BusinessNumber[];
  wabasOf(businessId: string): Waba[];
  /** The account and the portfolio of a number. */
  ownersOf(number: BusinessNumber): { waba: Waba; business: Business };
}

export function createDirectory(world: World): Directory {
  const wabas = world.collection<Waba>('wabas', { hidden: ['verifyToken'] });
  const numbers = world.collection<BusinessNumber>('numbers', { hidden: ['pin', 'verifyToken'] });
  const tokens = world.collection<Token>('tokens', { hidden: ['value'] });
  const businesses = world.collection<Business>('businesses');
  const byWaba = numbers.index(({ wabaId }) => wabaId);
  const byBusiness = wabas.index(({ businessId }) => businessId);
  return {
    apps: world.collection<App>('apps', { hidden: ['secret', 'verifyToken'] }),
    tokens,
    businesses,
    wabas,
    numbers,
    tokenByValue: tokens.index(({ value }) => value),
    numberByPhone: numbers.index(currentPhone),
    numbersOf: (wabaId) => byWaba.all(wabaId),
    wabasOf: (businessId) => byBusiness.all(businessId),
    ownersOf({ wabaId }) {
      const waba = wabas.get(wabaId);
      const business = waba && businesses.get(waba.businessId);
      if (!business) throw new Error(`The account ${wabaId} has no owner.`);
      return { waba, business };
    },
  };
}

/** A number that left, or that has not taken the place of its migrating predecessor yet, is not reached by its phone number. */
function currentPhone({ phone, status, migratesFrom }: BusinessNumber): string | undefined {
  const isCurrent = status !== 'DELETED' && status !== 'MIGRATED' && migratesFrom === undefined;
  return isCurrent ? phone : undefined;
}

import type { MessageCategory } from './asked.ts';
import { areaCodesOfTheUnitedStates } from './area-codes.ts';

/** Meta delivers nothing of a category to a country's numbers. */
export interface CountryPause {
  category: MessageCategory;
  country: string;
  prefix: string;
  /** The three digits behind the prefix, where several countries share it. */
  areaCodes: readonly string[] | null;
  from: string;
  until: string | null;
}

const pauses: readonly CountryPause[] = [
  {
    category: 'marketing',
    country: 'US',
    prefix: '+1',
    areaCodes: areaCodesOfTheUnitedStates,
    from: '2025-04-01T00:00:00Z',
    until: null,
  },
];

export const pausesAt = (category: MessageCategory, at: Date): CountryPause[] =>
  pauses.filter(
    (pause) =>
      pause.category === category &&
      new Date(pause.from) <= at &&
      (pause.until === null || at < new Date(pause.until)),
  );

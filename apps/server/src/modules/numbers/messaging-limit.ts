/** Of a portfolio that has no tier yet, as Meta gives every new one. */
const ofNewcomers = 250;

/**
 * How many new people a day Meta's word for a messaging limit allows (TIER_250, TIER_2K, TIER_100K); null for no limit,
 * and for a word that says no number.
 */
export function peopleADay(word: string | null): number | null {
  if (word === 'TIER_NOT_SET') return ofNewcomers;
  const [, digits, thousands] = /^TIER_(\d+)(K?)$/.exec(word ?? '') ?? [];
  return digits === undefined ? null : Number(digits) * (thousands === 'K' ? 1000 : 1);
}

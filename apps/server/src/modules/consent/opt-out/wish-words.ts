/**
 * How a language says what it wants. In a pattern [a|b] may be there and (a|b) has to be; everything else is said as it
 * stands, and nothing beside it but `around`.
 */
export interface WishWords {
  /** BCP 47; -Latn for what is written in Latin letters. */
  language: string;
  stop: readonly string[];
  start: readonly string[];
  stopPromotions: readonly string[];
  /** What politeness, haste and anger put before or behind it. */
  around: readonly string[];
  /** What makes a question a request. */
  asking?: readonly string[];
}

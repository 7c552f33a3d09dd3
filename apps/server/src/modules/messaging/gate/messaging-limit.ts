const limits: Record<string, number> = {
  TIER_50: 50,
  TIER_250: 250,
  TIER_NOT_SET: 250,
  TIER_1K: 1_000,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
};

/** How many new people an account may write to in a day; null for no limit, and for a word that is not known. */
export const limitOf = (word: string | null): number | null => limits[word ?? ''] ?? null;

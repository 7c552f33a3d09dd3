/** What became of a message, by how far it came. A proof of delivery beats a failure, and nothing ever goes back. */
const ranks = {
  queued: 0,
  sending: 1,
  // These ended before Meta had it, as far as was known then.
  refused: 2,
  cancelled: 2,
  expired: 2,
  unknown: 5,
  accepted: 10,
  sent: 20,
  failed: 30,
  delivered: 40,
  read: 50,
  played: 60,
} as const;

/** Null for a word that says nothing of how far it came. */
export function rankOf(status: string): number | null {
  return Object.hasOwn(ranks, status) ? ranks[status as keyof typeof ranks] : null;
}

/** What a status is worth in SQL. What a customer said is received, and no status changes that. */
export const rankInSql = (column: string): string =>
  `case ${column} ${Object.entries(ranks)
    .map(([status, rank]) => `when '${status}' then ${rank}`)
    .join(' ')} else 100 end`;

/** The farthest of them, or null when none says how far it came. */
export function farthest(statuses: readonly string[]): string | null {
  let best: string | null = null;
  for (const status of statuses) {
    const rank = rankOf(status);
    if (rank !== null && (best === null || rank > rankOf(best)!)) best = status;
  }
  return best;
}

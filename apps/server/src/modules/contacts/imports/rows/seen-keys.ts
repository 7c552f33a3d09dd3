import type { ImportRow } from './read-row.ts';

/** Who of a file has been met already. A phone is kept as the number that it is, so that a million take little room. */
export interface SeenKeys {
  /** False when the row is of somebody who was met before. */
  meet(row: Pick<ImportRow, 'key' | 'phone'>): boolean;
}

export function createSeenKeys(): SeenKeys {
  const keys = new Set<string | number>();
  return {
    meet: ({ key, phone }) => {
      const byKey = key === phone ? Number(key) : key;
      const byPhone = phone === null ? byKey : Number(phone);
      if (keys.has(byKey) || keys.has(byPhone)) return false;
      keys.add(byKey);
      keys.add(byPhone);
      return true;
    },
  };
}

import type { SystemTx } from '../db/index.ts';
import type { Storage } from '../storage/index.ts';

/** Whose traces go. */
export interface ErasedPerson {
  workspaceId: string;
  /** Theirs, and of everybody who was merged into them. */
  contactIds: readonly string[];
  /** Their numbers in digits, ids and addresses, by which they are named where no contact is. */
  names: readonly string[];
}

export interface ErasingParts {
  storage: Storage;
  /** Each of its transactions sees all workspaces, since a webhook may have come by another one's door. */
  inSystem: <T>(work: (tx: SystemTx) => Promise<T>) => Promise<T>;
}

/** How many rows of which table, or files, were erased. */
export type Erased = Record<string, number>;

/**
 * What a part of the program does when somebody is erased. It may be begun again after a crash, so it erases what is
 * still there and bears repetition. Every table is named by one eraser, or in the test's list of those that hold nothing
 * of anybody.
 */
export interface Eraser {
  /** Progress is kept under it, so it never changes. */
  name: string;
  tables: readonly string[];
  /** Throws while something of theirs is on its way in. Asked before anything is erased. */
  ready?(parts: ErasingParts, person: ErasedPerson): Promise<void>;
  erase(parts: ErasingParts, person: ErasedPerson): Promise<Erased>;
}

/** An eraser that takes one transaction. */
export const eraserIn = (
  name: string,
  tables: readonly string[],
  work: (tx: SystemTx, person: ErasedPerson) => Promise<Erased>,
): Eraser => ({
  name,
  tables,
  erase: ({ inSystem }, person) => inSystem((tx) => work(tx, person)),
});

/** Runs a statement with the workspace, the contacts, the names and the time as $1 to $4, and says how many rows it returned. */
export async function countErased(
  tx: SystemTx,
  { workspaceId, contactIds, names }: ErasedPerson,
  statement: string,
): Promise<number> {
  const [row] = await tx.sql<{ rows: number }>(
    `with given as (select $1::uuid as workspace_id, $2::uuid[] as contact_ids, $3::text[] as names, $4::timestamptz as at), gone as (${statement})
     select count(*)::int as rows from gone`,
    [workspaceId, contactIds, names, tx.now],
  );
  return row?.rows ?? 0;
}

/** SQL: a text holds one of the names. */
export const namesThem = (text: string): string =>
  `exists (select from unnest($3::text[]) as named (word) where strpos(${text}, named.word) > 0)`;

import type { ImportPlan } from '@trikon/contract';
import type { Database, Tx } from '../../../../platform/db/index.ts';
import type { ImportRow, RowProblem } from '../rows/read-row.ts';
import { findKnown } from './find-known.ts';
import { mergeRow, type Changes, type KnownContact } from './merge-row.ts';

export type TaggedRow = ImportRow & { tagIds: readonly string[] };
type NewRow = TaggedRow & { phone: string };

/** What becomes of each row. */
export interface Sorted {
  fresh: NewRow[];
  changed: { row: TaggedRow; contact: KnownContact; changes: Changes }[];
  unchanged: { row: TaggedRow; contact: KnownContact }[];
  problems: RowProblem[];
}

interface Sorting {
  plan: ImportPlan;
  /** Whether contacts are kept from others until the commit. */
  hold: boolean;
}

export async function sortRows(
  tx: Tx,
  db: Database,
  rows: readonly TaggedRow[],
  { plan, hold }: Sorting,
): Promise<Sorted> {
  const known = await findKnown(tx, db, { rows, key: plan.key, hold });
  const sorted: Sorted = { fresh: [], changed: [], unchanged: [], problems: [] };
  const refuse = (row: TaggedRow, problem: RowProblem['problem']) =>
    sorted.problems.push({ row: row.row, problem, column: null });
  for (const row of rows) {
    const [contactId, other] = known.byKey.get(row.key) ?? [];
    const contact = contactId === undefined ? undefined : known.contacts.get(contactId);
    if (other !== undefined) refuse(row, 'several_have_key');
    else if (contact === undefined) sortNew(row);
    // Who a phone belongs to is told by WhatsApp and by people, one by one: no file moves it from one to another.
    else if (row.phone !== null && row.phone !== contact.phone && known.byPhone.get(row.phone) !== contactId)
      refuse(row, 'other_phone');
    else sortKnown(row, contact);
  }
  return sorted;

  function sortNew(row: TaggedRow): void {
    const { phone } = row;
    if (phone === null) refuse(row, 'no_phone');
    else if (plan.key.kind !== 'phone' && known.byPhone.has(phone)) refuse(row, 'other_phone');
    else sorted.fresh.push({ ...row, phone });
  }

  function sortKnown(row: TaggedRow, contact: KnownContact): void {
    const changes = mergeRow(contact, row, plan.policy);
    if (changes === null) sorted.unchanged.push({ row, contact });
    else sorted.changed.push({ row, contact, changes });
  }
}

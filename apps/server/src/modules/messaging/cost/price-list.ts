import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { rateCard, type PriceCategory } from './rate-card.ts';

export interface PriceInput {
  currency: string;
  country: string;
  category: PriceCategory;
  validFrom: string;
  micros: number;
  note: string | null;
}

interface ListedPrice extends PriceInput {
  /** Null for a price that comes with the program. */
  entryId: string | null;
}

const shown = `entry_id as "entryId", currency, country, category, valid_from::text as "validFrom", micros::float8 as micros, note`;

/** The workspace's own prices, which win, and those that come with the program. */
export async function listPrices(tx: Tx): Promise<{ items: ListedPrice[] }> {
  const own = await tx.sql<ListedPrice>(
    `select ${shown} from price_entries where workspace_id = $1
     order by currency, country, category, valid_from desc`,
    [tx.workspaceId],
  );
  const given = rateCard.map((rate) => ({ ...rate, entryId: null, note: null }));
  return { items: [...own, ...given] };
}

/** One price for a currency, country, category and day: said again, it is corrected. Charges of the past stay. */
export async function putPrice(tx: Tx, input: PriceInput): Promise<ListedPrice> {
  const { currency, country, category, validFrom, micros, note } = input;
  const [price] = await tx.sql<ListedPrice>(
    `insert into price_entries (workspace_id, entry_id, currency, country, category, valid_from, micros, note,
       changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (workspace_id, currency, country, category, valid_from) do update set micros = excluded.micros,
       note = excluded.note, changed_at = excluded.changed_at, changed_by = excluded.changed_by
     returning ${shown}`,
    [
      tx.workspaceId,
      newId(tx.now),
      currency,
      country,
      category,
      validFrom,
      micros,
      note,
      tx.now,
      tx.actor.id,
    ],
  );
  return price!;
}

export async function removePrice(tx: Tx, entryId: string): Promise<Record<string, never>> {
  const removed = await tx.sql(
    `delete from price_entries where workspace_id = $1 and entry_id = $2 returning entry_id`,
    [tx.workspaceId, entryId],
  );
  if (removed.length === 0) throw notFound('price');
  return {};
}

import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { zoneOf } from './meta-zones.ts';
import type { Business } from './price.ts';
import type { PriceCategory, Rate } from './rate-card.ts';

/** By what a number's messages are priced. */
export interface NumberPricing {
  currency: string | null;
  /** The account's, in which Meta counts days and months; and the workspace's own. */
  zone: string;
  workspaceZone: string;
  business: Business | null;
  own: readonly Rate[];
}

interface Row {
  workspaceId: string;
  numberId: string;
  currency: string | null;
  metaZone: string | null;
  workspaceZone: string;
  country: string | null;
  rates: { startsAt?: string; exceptions?: Record<string, string> } | null;
}

/** By number. */
export async function readPricing(
  tx: Tx | SystemTx,
  numbers: readonly { workspaceId: string; numberId: string }[],
): Promise<Map<string, NumberPricing>> {
  const rows = await tx.sql<Row>(
    `select number.workspace_id as "workspaceId", number.number_id as "numberId", account.currency,
       account.time_zone_id as "metaZone", workspace.time_zone as "workspaceZone",
       account.primary_country as country, account.international_rates as rates
     from unnest($1::uuid[], $2::uuid[]) as given (workspace_id, number_id)
     join numbers number using (workspace_id, number_id)
     join whatsapp_accounts account using (workspace_id, account_id)
     join workspaces workspace using (workspace_id)`,
    [numbers.map(({ workspaceId }) => workspaceId), numbers.map(({ numberId }) => numberId)],
  );
  const own = await readOwnRates(tx, [...new Set(rows.map(({ workspaceId }) => workspaceId))]);
  return new Map(
    rows.map(({ workspaceId, numberId, currency, metaZone, workspaceZone, ...home }) => [
      numberId,
      {
        currency,
        zone: zoneOf(metaZone, workspaceZone),
        workspaceZone,
        business: businessOf(home),
        own: own.get(workspaceId) ?? [],
      },
    ]),
  );
}

function businessOf({ country, rates }: Pick<Row, 'country' | 'rates'>): Business | null {
  if (country === null || rates?.startsAt === undefined) return null;
  return { country, internationalSince: rates.startsAt, exceptions: rates.exceptions ?? {} };
}

async function readOwnRates(
  tx: Tx | SystemTx,
  workspaceIds: readonly string[],
): Promise<Map<string, Rate[]>> {
  const rows = await tx.sql<Rate & { workspaceId: string; category: PriceCategory }>(
    `select workspace_id as "workspaceId", currency, country, category, valid_from::text as "validFrom",
       micros::float8 as micros
     from price_entries where workspace_id = any($1::uuid[])`,
    [workspaceIds],
  );
  const rates = new Map<string, Rate[]>();
  for (const { workspaceId, ...rate } of rows)
    rates.set(workspaceId, [...(rates.get(workspaceId) ?? []), rate]);
  return rates;
}

import type { GraphClient } from '@trikon/whatsapp/client';
import type { Database } from '../../../platform/db/index.ts';
import type { NumberName } from './row.ts';

interface Asked extends NumberName {
  phoneNumberId: string;
  since: Date;
}

const mostRead = 500;
const clocksApart = 5_000;

/**
 * How many messages Meta has had from this number since then that nobody here knows. It is a hint that may only keep
 * something from being sent again: what Meta keeps there, and for how long, is not documented. Without it: 0.
 */
export async function findUnaccounted(
  { db, client }: { db: Database; client: GraphClient },
  asked: Asked,
): Promise<number> {
  const wamids = await readHistory(client, asked).catch(() => []);
  if (wamids.length === 0) return 0;
  const [row] = await db.acrossWorkspaces('dispatch', (tx) =>
    tx.sql<{ count: number }>(
      `select count(*) from unnest($3::text[]) as told (wamid)
       where not exists (select from message_keys known
         where known.workspace_id = $1 and known.number_id = $2 and known.wamid = told.wamid)`,
      [asked.workspaceId, asked.numberId, wamids],
    ),
  );
  return row!.count;
}

async function readHistory(client: GraphClient, { phoneNumberId, since }: Asked): Promise<string[]> {
  const wamids: string[] = [];
  let read = 0;
  for await (const { message_id: wamid, events } of client.messageHistory({ numberId: phoneNumberId })) {
    const times = (events?.data ?? []).map(({ timestamp }) => Number(timestamp) * 1_000);
    const isOlder = times.length > 0 && Math.max(...times) < since.getTime() - clocksApart;
    if (isOlder || ++read > mostRead) break;
    if (wamid !== undefined) wamids.push(wamid);
  }
  return wamids;
}

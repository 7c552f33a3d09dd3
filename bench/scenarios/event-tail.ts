import { randomUUID } from 'node:crypto';
import type { Database } from '../../apps/server/src/platform/db/index.ts';
import { EventTail } from '../../apps/server/src/platform/events/index.ts';
import { openDatabase } from '../ground/database.ts';
import type { Ground } from '../ground/ground.ts';
import { compare, type Result } from '../ground/scenario.ts';

const eventCount = 50_000;
const batch = 500;

/** Events that one process follows in order, none skipped, against one statement that reads them all. */
export async function measure(ground: Ground): Promise<Result> {
  const db = await openDatabase(ground.dataFolder);
  const before = await append(db, ground.workspaceId);
  const result = await compare(
    'per s',
    () => followed(db, before),
    () => read(db, before),
  );
  await db.close();
  return result;
}

interface Position {
  tx: number;
  seq: number;
}

/** Appends in a thousand transactions, as a busy installation does, and says where the log stood before. */
async function append(db: Database, workspaceId: string): Promise<Position> {
  const scope = { workspaceId, actor: { kind: 'system', id: 'bench' } } as const;
  const [edge] = await db.acrossWorkspaces('event-tail', (tx) =>
    tx.sql<{ tx: string; seq: number }>(
      `select tx::text as tx, seq from events order by tx desc, seq desc limit 1`,
    ),
  );
  for (let done = 0; done < eventCount; done += 50) {
    await db.inWorkspace(scope, (tx) =>
      tx.sql(
        `insert into events (workspace_id, at, event_id, type, actor_kind, actor_id, data)
         select $1, now(), gen_random_uuid(), 'role.created', 'system', 'bench', $2::jsonb from generate_series(1, 50)`,
        [workspaceId, JSON.stringify({ roleId: randomUUID(), name: 'Bench' })],
      ),
    );
  }
  return { tx: Number(edge!.tx), seq: edge!.seq };
}

async function followed(db: Database, from: Position): Promise<number> {
  const tail = new EventTail({ db, batch, report: () => {} });
  let seen = 0;
  const start = performance.now();
  await new Promise<void>((resolve) => {
    tail.subscribe((events) => {
      seen += events.length;
      if (seen >= eventCount) resolve();
    });
    void tail.start(from);
  });
  const seconds = (performance.now() - start) / 1000;
  await tail.stop();
  return seen / seconds;
}

/** All of it in one statement and parsed: no batches, no edge, no order to keep between them. */
async function read(db: Database, from: Position): Promise<number> {
  const start = performance.now();
  const rows = await db.acrossWorkspaces('event-tail', (tx) =>
    tx.sql<{ event: string }>(
      `select row_to_json(events)::text as event from events where (tx, seq) > ($1::xid8, $2) order by tx, seq`,
      [String(from.tx), from.seq],
    ),
  );
  const events = rows.map(({ event }) => JSON.parse(event) as unknown);
  return events.length / ((performance.now() - start) / 1000);
}

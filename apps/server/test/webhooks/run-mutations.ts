import { randomUUID } from 'node:crypto';
import { BatchFailed, takeIn, type TakenIn } from '../../src/modules/messaging/processing/take-in.ts';
import { takeInByHalves } from '../../src/modules/messaging/processing/find-culprit.ts';
import { storeDeliveries } from '../../src/modules/messaging/ingest/deliveries.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { change, message, status } from './bodies.ts';
import { mutate, seededRandom } from './mutate.ts';
import { plantConnection, takingIn, type Connected } from './processing-ground.ts';
import { placesIn, readSamples } from './samples.ts';
import type { TestDatabase } from '../test-database.ts';

export interface MutationReport {
  mutations: number;
  done: number;
  /** By reason. */
  parked: Record<string, number>;
  /** What was parked as nothing of Meta's should be. */
  wrong: string[];
  updates: number;
  seed: number;
}

interface Ground {
  db: Database;
  asOwner: TestDatabase['asOwner'];
  now: () => Date;
}

const batch = 500;
/** Parking for these says that the program was at its end, and not the body. */
const wrongReasons = ['failed', 'not_stored', 'broke_off'];

/** Takes in so many damaged bodies; each has to end as done, or as parked for a reason that is its own. */
export async function runMutations(
  ground: Ground,
  { count, seed, say = () => {} }: { count: number; seed: number; say?: (done: number) => void },
): Promise<MutationReport> {
  const random = seededRandom(seed);
  const { bodies, connected } = await connect(ground);
  const report: MutationReport = { mutations: 0, done: 0, parked: {}, wrong: [], updates: 0, seed };
  while (report.mutations < count) {
    const size = Math.min(batch, count - report.mutations);
    const given = Array.from({ length: size }, () => ({ ...connected, body: mutate(random, bodies) }));
    await storeDeliveries(ground.db, given, ground.now());
    report.updates += await takeInAll(ground.db);
    report.mutations += size;
    await countEnds(ground, report);
    say(report.mutations);
  }
  return report;
}

/** To the numbers that the samples name, so that what is changed reaches the parts behind. */
async function connect({ asOwner, now }: Ground): Promise<{ bodies: object[]; connected: Connected }> {
  const connected = await plantConnection(asOwner);
  const { workspaceId, appId, metaAppId } = connected;
  const samples = readSamples().map(({ body }) => body);
  const accounts = new Map<string, string>();
  for (const { wabaId, phoneNumberId } of placesIn(samples)) {
    const accountId = accounts.get(wabaId) ?? randomUUID();
    accounts.set(wabaId, accountId);
    await plantConnection(asOwner, { workspaceId, appId, metaAppId, wabaId, phoneNumberId, accountId });
  }
  const reaction = { type: 'reaction', text: undefined, reaction: { message_id: 'wamid.A', emoji: '👍' } };
  const history = {
    metadata: { phase: 0 },
    threads: [{ id: '919876543210', messages: [message('wamid.H', now())] }],
  };
  const own = [
    change(connected, 'messages', {
      messages: [message('wamid.A', now()), message('wamid.R', now(), reaction)],
    }),
    change(connected, 'messages', {
      statuses: [status('wamid.S', 'delivered', now()), status('wamid.S', 'read', now())],
    }),
    change(connected, 'smb_message_echoes', {
      message_echoes: [message('wamid.E', now(), { to: '919876543210' })],
    }),
    change(connected, 'history', { history: [history] }),
    change(connected, 'standby', { standby: { messages: [message('wamid.B', now())] } }),
  ];
  return { bodies: [...samples, ...own], connected };
}

async function takeInAll(db: Database): Promise<number> {
  const parts = takingIn(db, {
    limits: { oldest: { deliveries: batch, bytes: 1e8 }, newest: { deliveries: 0, bytes: 0 } },
  });
  let updates = 0;
  for (;;) {
    const taken: TakenIn = await takeIn(parts).catch((error: unknown) => {
      if (error instanceof BatchFailed) return takeInByHalves(parts, error, () => {});
      throw error;
    });
    if (taken.deliveries === 0) return updates;
    updates += taken.updates;
  }
}

/** Counts how they ended, and forgets them. */
async function countEnds({ asOwner }: Ground, report: MutationReport): Promise<void> {
  const rows = await asOwner<{ state: string; reason: string | null; detail: string | null; body: Buffer }>(
    `delete from webhook_deliveries returning state, reason, detail,
       case when reason = any($1::text[]) then body end as body`,
    [wrongReasons],
  );
  for (const { state, reason, detail, body } of rows) {
    if (state === 'done') report.done += 1;
    else report.parked[reason ?? state] = (report.parked[reason ?? state] ?? 0) + 1;
    if (body !== null && report.wrong.length < 20)
      report.wrong.push(`${detail}: ${body.toString().slice(0, 2_000)}`);
  }
}

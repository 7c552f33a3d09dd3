import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDispatch, type Dispatch, type DispatchParts } from '../../src/modules/messaging/index.ts';
import { openDispatching, type Dispatching } from '../../src/dispatching.ts';
import { readConfig } from '../../src/config.ts';
import { openDiskStorage } from '../../src/platform/storage/index.ts';
import { createMetrics } from '../../src/platform/metrics/index.ts';
import { openInstallationKey } from '../../src/platform/secrets/index.ts';
import { testMasterKey } from '../global-database.ts';
import { openMetaStage, silks, silksNumber, type MetaStage } from '../meta/stage.ts';
import type { Place } from './plant.ts';

export interface DispatchStage extends MetaStage {
  place: Place;
  otherPlace: Place;
  sending: Dispatching;
  /** For what is kept outside of the database. */
  folder: string;
  /** The world's own API. */
  world(path: string, body: object, method?: 'PATCH' | 'POST'): Promise<void>;
  /** What was reported as failed and tried again. */
  reported: unknown[];
  start(parts?: Partial<DispatchParts>): Dispatch;
  /** What Meta took, from its own journal: evidence from outside. */
  arrived(): Arrived[];
  /** Rows of a message's state, for a glance: "accepted", "unknown timeout". */
  statusOf(messageId: string): Promise<string>;
  outboxOf(messageId: string): Promise<string | null>;
}

interface Arrived {
  id: string;
  person: string;
  numberId: string;
  at: number;
  opaque: string | undefined;
}

/** Surat Silks connected to the emulator, whose time runs and whose limits are those of Meta unless a test lifts them. */
export async function openDispatchStage(settings: Record<string, string> = {}): Promise<DispatchStage> {
  const stage = await openMetaStage(settings);
  const { app, owner, emulator } = stage;
  const world = async (path: string, body: object, method: 'PATCH' | 'POST' = 'PATCH'): Promise<void> => {
    await fetch(`${emulator.url}/world/${path}`, { method, body: JSON.stringify(body) });
  };
  // The time of its world stands still, so that a second would never be over.
  await world('settings/messages', { throughput: false, pairRate: false });
  await world('businesses/506914307656634', { tier: 'TIER_UNLIMITED' });
  await owner.api.post('/numbers/connections', silks);
  const numbers = await app.database.asOwner<{ numberId: string; phoneNumberId: string }>(
    `select number_id as "numberId", phone_number_id as "phoneNumberId" from numbers order by phone_number_id`,
  );
  const of = (found: boolean): Place => ({
    workspaceId: owner.workspaceId,
    numberId: numbers.find(({ phoneNumberId }) => (phoneNumberId === silksNumber) === found)!.numberId,
  });
  const reported: unknown[] = [];
  const folder = await mkdtemp(path.join(tmpdir(), 'trikon-dispatch-'));
  const config = readConfig({ TRIKON_GRAPH_URL: emulator.url, TRIKON_DATA: folder });
  const metrics = createMetrics({ watch: false });
  const installationKey = await app.db.acrossWorkspaces('maintenance', (tx) =>
    openInstallationKey(tx, testMasterKey),
  );
  const sending = openDispatching({
    db: app.db,
    clock: app.clock,
    tail: app.tail,
    metrics,
    numbers: app.numbers,
    config,
    installationKey,
    storage: await openDiskStorage(path.join(folder, 'files')),
    warn: (sentence) => reported.push(sentence),
    report: (error) => reported.push(error),
  });
  const running = new Set<Dispatch>();
  return {
    ...stage,
    world,
    place: of(true),
    otherPlace: of(false),
    sending,
    folder,
    reported,
    start: (parts = {}) => {
      const dispatch = startDispatch({ ...sending.dispatch, maySend: () => true, lookEvery: 200, ...parts });
      running.add(dispatch);
      return dispatch;
    },
    arrived: () =>
      emulator.inside.messages.all
        .filter(({ origin }) => origin === 'api')
        .map(({ id, person, numberId, at, opaque }) => ({ id, person, numberId, at, opaque })),
    statusOf: async (messageId) => {
      const [row] = await app.database.asOwner<{ text: string }>(
        `select concat_ws(' ', status, reason) as text from messages where message_id = $1`,
        [messageId],
      );
      return row!.text;
    },
    outboxOf: async (messageId) => {
      const [row] = await app.database.asOwner<{ text: string }>(
        `select concat_ws(' ', state, hold) as text from outbox where message_id = $1`,
        [messageId],
      );
      return row?.text ?? null;
    },
    [Symbol.asyncDispose]: async () => {
      for (const dispatch of running) await dispatch.stop();
      await sending.close();
      await stage[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

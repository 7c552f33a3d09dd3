import { randomUUID } from 'node:crypto';
import { carryConsent, freezeConsent } from '../../src/modules/consent/index.ts';
import { storeDeliveries } from '../../src/modules/messaging/ingest/deliveries.ts';
import {
  openNeighbours,
  type ProcessingNeighbours,
} from '../../src/modules/messaging/processing/neighbours.ts';
import { isNobodysFault, takeInByHalves } from '../../src/modules/messaging/processing/find-culprit.ts';
import {
  BatchFailed,
  takeIn,
  type TakenIn,
  type TakingIn,
} from '../../src/modules/messaging/processing/take-in.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { newId } from '../../src/platform/ids/index.ts';
import { asha } from './bodies.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';

/** A workspace that is connected to Meta as far as webhooks need it. */
export interface Connected {
  workspaceId: string;
  appId: string;
  metaAppId: string;
  accountId: string;
  wabaId: string;
  numberId: string;
  phoneNumberId: string;
}

let planted = 0;

type AsOwner = TestDatabase['asOwner'];

export async function plantConnection(asOwner: AsOwner, shared: Partial<Connected> = {}): Promise<Connected> {
  const nth = String(++planted).padStart(6, '0');
  const connected: Connected = {
    workspaceId: randomUUID(),
    appId: randomUUID(),
    metaAppId: `300${nth}`,
    accountId: randomUUID(),
    wabaId: `200${nth}`,
    numberId: randomUUID(),
    phoneNumberId: `100${nth}`,
    ...shared,
  };
  const { workspaceId, appId, metaAppId, accountId, wabaId, numberId, phoneNumberId } = connected;
  await asOwner(
    `insert into workspaces (workspace_id, organisation_id, name, created_at, updated_at)
     values ($1, $1, 'Surat Silks', now(), now()) on conflict do nothing`,
    [workspaceId],
  );
  await asOwner(
    `insert into whatsapp_apps (workspace_id, app_id, meta_app_id, name, secret, verify_token, door, created_at, connected_at)
     values ($1, $2, $3, 'Trikon', '', '', $4, now(), now()) on conflict do nothing`,
    [workspaceId, appId, metaAppId, randomUUID()],
  );
  await asOwner(
    `insert into whatsapp_accounts (workspace_id, account_id, app_id, waba_id, name, currency, token, token_kind, scopes,
       connected_by, connected_at, last_checked_at)
     values ($1, $2, $3, $4, 'Surat Silks', 'INR', '', 'SYSTEM_USER', '{}', 'hand', now(), now()) on conflict do nothing`,
    [workspaceId, accountId, appId, wabaId],
  );
  await asOwner(
    `insert into numbers (workspace_id, number_id, account_id, phone_number_id, phone, name, name_status, quality,
       throughput, messages_per_second, status, registered, code_verification, pin_enabled, on_business_app, mode,
       connected_at, last_checked_at)
     values ($1, $2, $3, $4, '+912614001234', 'Surat Silks', 'APPROVED', 'GREEN', 'STANDARD', 80, 'CONNECTED', true,
       'VERIFIED', true, false, 'LIVE', now(), now())`,
    [workspaceId, numberId, accountId, phoneNumberId],
  );
  await asOwner(`insert into system.account_routes values ($1, $2, $3, $4) on conflict do nothing`, [
    wabaId,
    workspaceId,
    accountId,
    metaAppId,
  ]);
  await asOwner(`insert into system.number_routes values ($1, $2, $3, $4)`, [
    phoneNumberId,
    wabaId,
    workspaceId,
    numberId,
  ]);
  return connected;
}

/** The real neighbours but for sending, of which there is none here. */
export const testNeighbours = (given: Partial<ProcessingNeighbours> = {}): ProcessingNeighbours => ({
  ...openNeighbours({
    contacts: { freezeConsent, carryConsent },
    settle: () => Promise.resolve(),
  }),
  ...given,
});

export const takingIn = (db: Database, given: Partial<TakingIn> = {}): TakingIn => ({
  db,
  neighbours: testNeighbours(),
  limits: { oldest: { deliveries: 300, bytes: 1e6 }, newest: { deliveries: 100, bytes: 1e6 } },
  left: new Set(),
  ...given,
});

export interface ProcessingGround extends TestDatabase {
  silks: Connected;
  reported: unknown[];
  store(...bodies: (object | string | Buffer)[]): Promise<void>;
  /** Takes in all that waits, as the processor does. */
  takeInAll(given?: Partial<TakingIn>): Promise<TakenIn>;
  /** The two together. */
  deliver(...bodies: (object | string | Buffer)[]): Promise<TakenIn>;
}

export async function openProcessingGround(): Promise<ProcessingGround> {
  const database = await createTestDatabase();
  const silks = await plantConnection(database.asOwner);
  const reported: unknown[] = [];
  const store: ProcessingGround['store'] = async (...bodies) => {
    const deliveries = bodies.map((body) => ({ ...silks, body: bytesOf(body) }));
    await storeDeliveries(database.db, deliveries, database.clock.now());
  };
  const takeInAll: ProcessingGround['takeInAll'] = async (given) => {
    const parts = takingIn(database.db, given);
    const sum: TakenIn = { deliveries: 0, updates: 0, parked: 0 };
    for (;;) {
      const taken = await takeIn(parts).catch((error: unknown) => {
        if (!(error instanceof BatchFailed) || isNobodysFault(error)) throw error;
        return takeInByHalves(parts, error, (fault) => reported.push(fault));
      });
      if (taken.deliveries === 0) return sum;
      for (const name of ['deliveries', 'updates', 'parked'] as const) sum[name] += taken[name];
    }
  };
  return {
    ...database,
    silks,
    reported,
    store,
    takeInAll,
    deliver: async (...bodies) => {
      await store(...bodies);
      return takeInAll();
    },
  };
}

const bytesOf = (body: object | string | Buffer): Buffer =>
  Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));

interface Sent {
  wamid?: string;
  at?: Date;
  status?: string;
}

/** A message that was sent to somebody from here, as dispatch leaves it behind. */
export async function plantSent(
  { asOwner, clock, db, silks }: ProcessingGround,
  { wamid, at = clock.now(), status = 'accepted' }: Sent,
): Promise<{ messageId: string; conversationId: string; contactId: string }> {
  const { workspaceId, numberId } = silks;
  const [contact] = await db.acrossWorkspaces('processing', (tx) =>
    testNeighbours().resolveContacts(tx, [{ workspaceId, phone: asha, at, source: 'hand' }]),
  );
  const { contactId } = contact!;
  const messageId = newId(clock.now());
  const [conversation] = await asOwner<{ id: string }>(
    `insert into conversations (workspace_id, conversation_id, number_id, contact_id, created_at)
     values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, number_id, contact_id) do update set created_at = excluded.created_at
     returning conversation_id as id`,
    [workspaceId, newId(clock.now()), numberId, contactId, at],
  );
  await asOwner(
    `insert into messages (workspace_id, message_id, conversation_id, contact_id, number_id, direction, origin, type,
       content, at, wamid, status, created_at)
     values ($1, $2, $3, $4, $5, 'out', 'api', 'text', '{"text":{"body":"Yes"}}', $6, $7, $8, $6)`,
    [workspaceId, messageId, conversation!.id, contactId, numberId, at, wamid ?? null, status],
  );
  if (wamid !== undefined)
    await asOwner('insert into message_keys values ($1, $2, $3, $4)', [
      workspaceId,
      numberId,
      wamid,
      messageId,
    ]);
  return { messageId, conversationId: conversation!.id, contactId };
}

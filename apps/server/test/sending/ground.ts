import type { Intent } from '../../src/modules/messaging/send/intent.ts';
import type { Told } from '../../src/modules/messaging/gate/read-asked.ts';
import type { Tx } from '../../src/platform/db/index.ts';
import { newId } from '../../src/platform/ids/index.ts';
import { buildWorkspace, type Signed } from '../factories.ts';
import { startTestApp, type TestApp } from '../test-app.ts';

/** A connected number with templates, and contacts made to order. */
export interface SendingGround {
  app: TestApp;
  owner: Signed;
  workspaceId: string;
  numberId: string;
  accountId: string;
  inWorkspace: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Somebody to whom everything may be sent, but for what is changed. */
  contact: (changes?: Changes) => Promise<string>;
  /** Changes the one number, template (by name) or policies of the ground. */
  asOwner: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;
}

export interface Changes {
  contact?: Record<string, unknown>;
  consent?: Record<string, unknown>;
  /** Of the conversation with the number; none without it. */
  windowEndsAt?: Date;
}

export const hours = (now: Date, count: number): Date => new Date(now.getTime() + count * 3_600_000);

export async function openSendingGround(): Promise<SendingGround> {
  const app = await startTestApp();
  // Midday in India.
  app.clock.moveTo(new Date('2026-11-20T06:30:00.000Z'));
  const owner = await buildWorkspace(app);
  return { app, owner, ...(await plantSender(app, owner.workspaceId)), asOwner: ownerOf(app) };
}

export async function plantSender(app: TestApp, workspaceId: string) {
  const asOwner = ownerOf(app);
  const now = app.clock.now();
  const [appId, accountId, numberId] = [newId(now), newId(now), newId(now)];
  await asOwner(
    `insert into whatsapp_apps (workspace_id, app_id, meta_app_id, name, secret, verify_token, door, created_at, connected_at)
     values ($1, $2, '1', 'app', '', '', $3, $4, $4)`,
    [workspaceId, appId, `door ${appId}`, now],
  );
  await asOwner(
    `insert into whatsapp_accounts (workspace_id, account_id, app_id, waba_id, name, currency, token, token_kind, scopes,
       connected_by, connected_at, last_checked_at)
     values ($1, $2, $3, $4, 'account', 'INR', '', 'SYSTEM_USER', '{}', 'hand', $5, $5)`,
    [workspaceId, accountId, appId, accountId, now],
  );
  await asOwner(
    `insert into numbers (workspace_id, number_id, account_id, phone_number_id, phone, name, name_status, quality, throughput,
       messages_per_second, status, registered, code_verification, pin_enabled, on_business_app, mode, messaging_limit,
       connected_at, last_checked_at)
     values ($1, $2, $3, $4, '+912212345678', 'Silks', 'APPROVED', 'GREEN', 'STANDARD', 80, 'CONNECTED', true, 'VERIFIED', true,
       false, 'LIVE', 'TIER_UNLIMITED', $5, $5)`,
    [workspaceId, numberId, accountId, numberId, now],
  );
  for (const [name, category, text] of [
    ['diwali', 'MARKETING', 'Happy Diwali'],
    ['hello', 'MARKETING', 'Hello {{1}}'],
    ['shipped', 'UTILITY', 'It is on its way'],
    ['code', 'AUTHENTICATION', 'Your code is {{1}}'],
  ]) {
    await asOwner(
      `insert into templates (workspace_id, template_id, account_id, meta_template_id, name, language, category, status,
         parameter_format, components, created_at, updated_at, status_at, category_at, quality_at, components_at, synced_at)
       values ($1, $2, $3, $4, $4, 'en', $5, 'APPROVED', 'POSITIONAL', $6, $7, $7, $7, $7, $7, $7, $7)`,
      [workspaceId, newId(now), accountId, name, category, JSON.stringify([{ type: 'BODY', text }]), now],
    );
  }
  const actor = { kind: 'system', id: 'test' } as const;
  return {
    workspaceId,
    numberId,
    accountId,
    inWorkspace: <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      app.db.inWorkspace({ workspaceId, actor }, work),
    contact: (changes: Changes = {}) => plantContact(app, { workspaceId, numberId }, changes),
  };
}

const ownerOf =
  ({ database }: TestApp): SendingGround['asOwner'] =>
  (text, values) =>
    database.asOwner(text, values);

let people = 0;

async function plantContact(
  app: TestApp,
  { workspaceId, numberId }: { workspaceId: string; numberId: string },
  { contact = {}, consent = {}, windowEndsAt }: Changes,
): Promise<string> {
  const asOwner = ownerOf(app);
  const now = app.clock.now();
  const contactId = newId(now);
  const phone = `+9198${String(20_000_000 + ++people)}`;
  const row = {
    phone,
    country: 'IN',
    name: 'Asha',
    source: 'test',
    created_at: now,
    updated_at: now,
    ...contact,
    contact_id: contactId,
    workspace_id: workspaceId,
  };
  await insertRow(asOwner, 'contacts', row);
  if (row.phone !== null) {
    const identity = {
      workspace_id: workspaceId,
      identity_id: newId(now),
      contact_id: contactId,
      kind: 'phone',
    };
    await insertRow(asOwner, 'contact_identities', {
      ...identity,
      value: row.phone,
      first_seen_at: now,
      last_seen_at: now,
    });
  }
  const state = {
    workspace_id: workspaceId,
    contact_id: contactId,
    granted: ['promotions'],
    updated_at: now,
  };
  await insertRow(asOwner, 'consent_states', { ...state, ...consent });
  if (windowEndsAt !== undefined) {
    const ids = {
      workspace_id: workspaceId,
      conversation_id: newId(now),
      number_id: numberId,
      contact_id: contactId,
    };
    await insertRow(asOwner, 'conversations', { ...ids, window_ends_at: windowEndsAt, created_at: now });
  }
  return contactId;
}

export async function insertRow(
  asOwner: SendingGround['asOwner'],
  table: string,
  row: Record<string, unknown>,
): Promise<void> {
  const names = Object.keys(row);
  await asOwner(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
}

export const words = (body = 'Namaste'): Told['content'] => ({ type: 'text', text: { body } });

export const template = (name: string, values?: Record<string, string>): Told['content'] => ({
  type: 'template',
  template: { name, language: { code: 'en' }, ...(values && { values }) },
});

let causes = 0;

/** Marketing from a program, with a cause of its own. */
export const intentTo = (numberId: string, contactId: string, changes: Partial<Intent> = {}): Intent => ({
  cause: { kind: 'test', id: `cause ${++causes}` },
  to: { contactId },
  numberId,
  origin: 'api',
  content: template('diwali'),
  ...changes,
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMetaStage, silks, silksNumber, type MetaStage } from '../../../test/meta/stage.ts';
import { createLogger } from '../../platform/log/index.ts';
import { createDrain, type Drain } from '../../platform/jobs/drain.ts';
import { enqueueSystem } from '../../platform/jobs/index.ts';
import { emulatedAccounts, emulatedApp, emulatedSignUp } from '../../demo/emulated.ts';
import { lookAfterAll, numbersTasks } from './jobs.ts';
import { routeOfAccount } from './meta-routes.ts';
import { refreshAccount } from './refresh.ts';

const day = 86_400_000;

let stage: MetaStage;
let drain: Drain;
beforeAll(async () => {
  stage = await openMetaStage();
  const { db, clock, database, numbers } = stage.app;
  drain = await createDrain({
    db,
    clock,
    tasks: numbersTasks,
    parts: { numbers },
    log: createLogger({ level: 'silent' }),
    asOwner: (text, values) => database.asOwner(text, values),
  });
});
afterAll(async () => {
  await drain.close();
  await stage[Symbol.asyncDispose]();
});

/** What the schedule queues every hour. */
async function passAnHour(options?: { failuresExpected: boolean }): Promise<number> {
  await stage.app.db.acrossWorkspaces('jobs', (tx) => enqueueSystem(tx, lookAfterAll, {}));
  return (await drain.run(options)).failures.length;
}

async function told(type: string): Promise<Record<string, unknown>[]> {
  const rows = await stage.app.database.asOwner<{ data: Record<string, unknown> }>(
    'select data from events where type = $1 order by tx, seq',
    [type],
  );
  return rows.map(({ data }) => data);
}

test('every hour what changed at Meta is seen: fields, numbers that came, numbers that went', async () => {
  const { owner, inside } = stage;
  await owner.api.post('/numbers/connections', silks);
  const { numbers, wabas } = inside.directory;
  await passAnHour();
  expect(await told('number.changed')).toEqual([]);

  numbers.change(silksNumber, { status: 'RESTRICTED' });
  numbers.change('106540352242923', { status: 'DELETED' });
  numbers.put({
    ...numbers.get(silksNumber)!,
    id: '106540352242999',
    phone: '912614009999',
    status: 'CONNECTED',
  });
  wabas.change(silks.wabaId, { name: 'Surat Silks & Sons' });
  await passAnHour();
  const change = { field: 'status', before: 'CONNECTED', after: 'RESTRICTED' };
  expect(await told('number.changed')).toMatchObject([{ phone: '+912614001234', changes: [change] }]);
  expect(await told('number.disconnected')).toMatchObject([{ phone: '+912614005678' }]);
  expect((await told('number.connected')).at(-1)).toMatchObject({ phone: '+912614009999' });
  expect(await told('account.changed')).toMatchObject([
    { changes: [{ field: 'name', before: 'Surat Silks', after: 'Surat Silks & Sons' }] },
  ]);
});

test('an account is known by the portfolio that owns it, also when Meta keeps silent about it for once', async () => {
  const { app, owner, inside } = stage;
  const { workspaceId } = owner;
  const { accountId } = (await routeOfAccount(app.db, silks.wabaId))!;
  const refresh = async (portfolio: string | null, graph = app.numbers.graph): Promise<string | null> => {
    await app.database.asOwner(`update whatsapp_accounts set portfolio_id = $1`, [portfolio]);
    const scope = { workspaceId, actor: { kind: 'system', id: 'test' } } as const;
    await refreshAccount({ ...app.numbers, graph }, scope, accountId, AbortSignal.timeout(10_000));
    return (await routeOfAccount(app.db, silks.wabaId))!.portfolioId;
  };
  const { businessId } = inside.directory.wabas.get(silks.wabaId)!;
  expect((await routeOfAccount(app.db, silks.wabaId))!.portfolioId).toBe(businessId);
  expect(await refresh(null)).toBe(businessId);
  expect(await refresh('another owner')).toBe(businessId);
  const { graph } = app.numbers;
  const silent: typeof graph = {
    ...graph,
    request: (url, asked) => graph.request(url.replace('%2Cowner_business_info', ''), asked),
  };
  expect(await refresh('told before', silent)).toBe('told before');
  expect(await refresh(businessId, silent)).toBe(businessId);
});

test('a Meta that is away is asked again; a token that is dead is left to a person', async () => {
  const { inside } = stage;
  stage.order('GET waba', { type: 'error', code: 4 });
  expect(await passAnHour({ failuresExpected: true })).toBe(1);
  stage.app.clock.advance(60_000);
  expect((await drain.run()).done).toBe(1);
  const token = inside.directory.tokens.find(({ value }) => value === silks.token)!;
  inside.directory.tokens.change(token.id, { revokedAt: 1 });
  const changes = async () => (await told('account.changed')).slice(1).map((data) => data.changes);
  for (let hours = 0; hours < 3; hours++) expect(await passAnHour()).toBe(0);
  expect(await changes()).toEqual([[{ field: 'problem', before: null, after: 'token_invalid' }]]);
  const { body } = await stage.owner.api.get<{ accounts: object[] }>('/numbers');
  expect(body.accounts).toMatchObject([{ problem: 'token_invalid' }]);
  inside.directory.tokens.change(token.id, { revokedAt: undefined });
  await passAnHour();
  expect((await changes())[1]).toEqual([{ field: 'problem', before: 'token_invalid', after: null }]);
});

test('the end of a token is told 14, 7 and 1 days before, each once', async () => {
  const { app } = stage;
  const end = new Date(app.clock.now().getTime() + 15 * day);
  await app.database.asOwner('update whatsapp_accounts set expires_at = $1', [end]);
  const daysTold: unknown[] = [];
  for (let hours = 0; hours < 16 * 24; hours += 8) {
    await passAnHour();
    app.clock.advance(8 * 3_600_000);
  }
  for (const { daysLeft } of await told('token.expiring')) daysTold.push(daysLeft);
  expect(daysTold).toEqual([14, 7, 1]);
});

test('an app that nothing came of is gone after an hour, with its door', async () => {
  const { app } = stage;
  await app.database.asOwner(
    `with app as (
       insert into whatsapp_apps (workspace_id, app_id, meta_app_id, name, secret, verify_token, door, created_at)
       values ($1, gen_random_uuid(), '999999', 'left', '', '', 'left-door', $2) returning workspace_id, app_id, door
     )
     insert into system.webhook_doors select door, workspace_id, app_id, '999999' from app`,
    [stage.owner.workspaceId, app.clock.now()],
  );
  const left = () => app.database.asOwner(`select from system.webhook_doors where door = 'left-door'`);
  await passAnHour();
  expect(await left()).toHaveLength(1);
  app.clock.advance(3_700_000);
  await passAnHour();
  expect(await left()).toEqual([]);
});

test('the demo knows the emulator by the words that it has', () => {
  const { apps, wabas, tokens } = stage.inside.directory;
  const app = apps.get(emulatedApp.metaAppId)!;
  expect(app.secret).toBe(emulatedApp.appSecret);
  expect(app.loginConfigurations!.map(({ id }) => id)).toEqual(Object.values(emulatedSignUp));
  for (const { wabaId, token } of emulatedAccounts) {
    const holder = tokens.find(({ value }) => value === token)!;
    expect(holder.businessIds).toContain(wabas.get(wabaId)!.businessId);
  }
});

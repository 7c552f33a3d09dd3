import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildPerson, buildWorkspace, signIn, type Signed } from '../../../../test/factories.ts';
import { forgetTries, openBrowser, recordedSignIns, type Browser } from '../../../../test/sign-in/browser.ts';
import { oneTimeCode, secretIn, wrongCode } from '../../../../test/sign-in/one-time-code.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { addMember } from '../index.ts';

let app: TestApp;
let owner: Signed;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off' });
  owner = await buildWorkspace(app);
});
afterAll(() => app.stop());
beforeEach(() => forgetTries(app));

const password = 'six brass lamps at dusk';

interface Guarded {
  email: string;
  workspaceId: string;
  secret: string;
  backupCodes: string[];
  browser: Browser;
}

/** A member of a workspace of their own record who signed in by password and turned the second step on. */
async function guardedPerson(): Promise<Guarded> {
  const { workspaceId } = await buildWorkspace(app);
  const person = await buildPerson(app, 'Kavya Iyer', password);
  await app.db.acrossWorkspaces('maintenance', (tx) =>
    addMember(tx, { workspaceId, ...person, role: 'agent', roleId: null }),
  );
  const browser = openBrowser(app);
  const { email } = person;
  await browser.post('/sign-in/email', { email, password });
  const enabled = await browser.post<{ totpURI: string; backupCodes: string[] }>('/two-factor/enable', {
    password,
  });
  expect(enabled.status).toBe(200);
  const secret = secretIn(enabled.body.totpURI);
  expect((await browser.post('/two-factor/verify-totp', { code: oneTimeCode(secret) })).status).toBe(200);
  await forgetTries(app);
  return { email, workspaceId, secret, backupCodes: enabled.body.backupCodes, browser };
}

async function passwordGiven(email: string): Promise<Browser> {
  const browser = openBrowser(app);
  const answer = await browser.post('/sign-in/email', { email, password });
  expect(answer).toMatchObject({ status: 200, body: { twoFactorRedirect: true } });
  expect(await browser.signedInAs()).toBeNull();
  return browser;
}

describe('with the second step turned on', () => {
  test('the password alone signs nobody in; with the code it does', async () => {
    const { email, secret, workspaceId, browser } = await guardedPerson();
    expect(await browser.signedInAs()).toBe(email);
    const next = await passwordGiven(email);
    const answer = await next.post('/two-factor/verify-totp', { code: oneTimeCode(secret) });
    expect(answer.status).toBe(200);
    expect(await next.signedInAs()).toBe(email);
    expect(await recordedSignIns(app, workspaceId)).toEqual([
      'password: succeeded',
      'password: second_factor_required',
      'two_factor: succeeded',
    ]);
  });

  test('a wrong code is refused and told to the workspace', async () => {
    const { email, secret, workspaceId } = await guardedPerson();
    const browser = await passwordGiven(email);
    const answer = await browser.post('/two-factor/verify-totp', { code: wrongCode(secret) });
    expect(answer).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
    expect((await browser.post('/two-factor/verify-backup-code', { code: 'AAAAA-BBBBB' })).status).toBe(401);
    expect(await browser.signedInAs()).toBeNull();
    expect((await recordedSignIns(app, workspaceId)).slice(-3)).toEqual([
      'password: second_factor_required',
      'two_factor: wrong_code',
      'two_factor: wrong_code',
    ]);
  });

  test('a backup code signs in once', async () => {
    const { email, backupCodes } = await guardedPerson();
    const [code] = backupCodes;
    const browser = await passwordGiven(email);
    expect((await browser.post('/two-factor/verify-backup-code', { code })).status).toBe(200);
    expect(await browser.signedInAs()).toBe(email);
    const again = await passwordGiven(email);
    expect((await again.post('/two-factor/verify-backup-code', { code })).status).toBe(401);
    expect(await again.signedInAs()).toBeNull();
  });

  test('codes cannot be guessed: after five wrong ones the right one is too late', async () => {
    const { email, secret } = await guardedPerson();
    const browser = await passwordGiven(email);
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await browser.post('/two-factor/verify-totp', { code: wrongCode(secret) })).status).toBe(401);
      await forgetTries(app);
    }
    const late = await browser.post('/two-factor/verify-totp', { code: oneTimeCode(secret) });
    expect(late.status).toBeGreaterThanOrEqual(400);
    expect(await browser.signedInAs()).toBeNull();
  });

  test('a code without the password before it signs nobody in', async () => {
    const { secret, backupCodes } = await guardedPerson();
    const stranger = openBrowser(app);
    for (const [path, code] of [
      ['/two-factor/verify-totp', oneTimeCode(secret)],
      ['/two-factor/verify-backup-code', backupCodes[0]],
    ] as const) {
      expect((await stranger.post(path, { code })).status).toBe(401);
    }
    expect(await stranger.signedInAs()).toBeNull();
  });

  test('a changed cookie of the first step is worth nothing, and tells of nobody', async () => {
    const { email, secret, workspaceId } = await guardedPerson();
    const browser = await passwordGiven(email);
    const before = await recordedSignIns(app, workspaceId);
    const [name, value] = [...browser.cookies].find(([each]) => each.includes('two_factor'))!;
    browser.cookies.set(name, `x${value.slice(1)}`);
    expect((await browser.post('/two-factor/verify-totp', { code: oneTimeCode(secret) })).status).toBe(401);
    expect((await browser.post('/two-factor/verify-totp', { code: wrongCode(secret) })).status).toBe(401);
    expect(await recordedSignIns(app, workspaceId)).toEqual(before);
  });

  test('turning it off, or making new backup codes, asks for the password', async () => {
    const { browser } = await guardedPerson();
    for (const path of ['/two-factor/disable', '/two-factor/generate-backup-codes']) {
      expect((await browser.post(path, { password: 'not this one, no' })).status).toBeGreaterThanOrEqual(400);
      expect((await browser.post(path, {})).status).toBe(400);
    }
    expect((await browser.post('/two-factor/disable', { password })).status).toBe(200);
  });
});

test('a workspace that asks for the second step is closed to those who have none', async () => {
  const { email, secret, workspaceId } = await guardedPerson();
  const [admin] = await app.database.asOwner<{ user_id: string; name: string; email: string }>(
    `select user_id, name, email from members where workspace_id = $1 and role = 'owner'`,
    [workspaceId],
  );
  const without = await signIn(app, { ...admin!, userId: admin!.user_id }, workspaceId);
  expect((await without.api.patch('/workspace', { requireTwoFactor: true })).status).toBe(200);
  app.clock.advance(5_000);
  expect(await without.api.get('/workspace')).toMatchObject({
    status: 403,
    body: { code: 'two_factor_required' },
  });
  // Their own account stays open, so that they can turn it on.
  const { cookie } = without.api.headers;
  expect(
    (await without.api.with({ cookie: cookie!, 'trikon-workspace': owner.workspaceId }).get('/workspace'))
      .status,
  ).toBe(404);

  const browser = await passwordGiven(email);
  await browser.post('/two-factor/verify-totp', { code: oneTimeCode(secret) });
  const session = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const guarded = without.api.with({ cookie: session, 'trikon-workspace': workspaceId });
  expect((await guarded.get('/workspace')).status).toBe(200);
});

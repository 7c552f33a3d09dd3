import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildPerson, buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { signInAddresses } from '../../../../test/permission-matrix.expected.ts';
import { expectProblem } from '../../../../test/requests/problem.ts';
import { codeOf, send } from '../../../../test/requests/request.ts';
import { forgetTries, openBrowser } from '../../../../test/sign-in/browser.ts';
import { storedRows } from '../../../../test/stored-rows.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';

let app: TestApp;
let owner: Signed;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off' });
  owner = await buildWorkspace(app);
});
afterAll(() => app.stop());
beforeEach(() => forgetTries(app));

const fields = [
  'email',
  'password',
  'code',
  'token',
  'newPassword',
  'currentPassword',
  'id',
  'name',
  'response',
];
const values: unknown[] = [
  null,
  0,
  true,
  [],
  {},
  '',
  ' ',
  "' or true --",
  '💥',
  'x'.repeat(100_000),
  ['a'],
  { $ne: 1 },
];
const posts = signInAddresses
  .filter((address) => address.startsWith('POST'))
  .map((address) => address.slice(5));

test.each(posts)('%s answers nonsense with a refusal, signed in or not', async (path) => {
  const before = await storedRows(app.database);
  const bodies = [
    {},
    [],
    1,
    'x',
    ...values.map((value) => Object.fromEntries(fields.map((field) => [field, value]))),
  ];
  for (const as of [{}, owner.api.headers]) {
    for (const body of bodies) {
      await forgetTries(app);
      const answer = await send(app, { name: path, method: 'POST', path, body, headers: {} }, as);
      // Signing out needs nothing, and nothing of it is left.
      if (answer.status === 200 && path.endsWith('/sign-out')) return;
      expectProblem(answer);
    }
  }
  expect(await storedRows(app.database)).toEqual(before);
});

test('unknown addresses of the sign-in library are not there', async () => {
  const closed = [
    '/sign-up/email',
    '/get-session',
    '/list-sessions',
    '/update-user',
    '/delete-user',
    '/change-email',
  ];
  const more = [
    '/ok',
    '/error',
    '/two-factor/get-totp-uri',
    '/two-factor/view-backup-codes',
    '/sign-in/social',
    '/admin',
  ];
  for (const path of [...closed, ...more]) {
    for (const method of ['GET', 'POST']) {
      const request = { name: path, method, path: `/api/auth${path}`, headers: {} };
      const answer = await send(
        app,
        method === 'POST' ? { ...request, body: {} } : request,
        owner.api.headers,
      );
      expect(`${path} ${answer.status} ${codeOf(answer)}`).toBe(`${path} 404 not_found`);
    }
  }
});

test('fields beside those that are asked for change nothing about the person', async () => {
  const password = 'six brass lamps at dusk';
  const { email, userId } = await buildPerson(app, 'Kavya Iyer', password);
  const extra = {
    emailVerified: true,
    role: 'admin',
    two_factor_enabled: false,
    language: 'xx',
    image: 'x',
    id: userId,
  };
  const person = () => app.database.asOwner(`select * from identity.users where id = $1`, [userId]);
  const before = await person();
  const answer = await openBrowser(app).post('/sign-in/email', { email, password, ...extra });
  expect(answer.status).toBeLessThan(500);
  expect(await person()).toEqual(before);
});

test('a sign-in cannot be made to lead elsewhere', async () => {
  const password = 'six brass lamps at dusk';
  const { email } = await buildPerson(app, 'Kavya Iyer', password);
  for (const callbackURL of ['https://evil.example', '//evil.example', 'javascript:alert(1)']) {
    const answer = await openBrowser(app).post('/sign-in/email', { email, password, callbackURL });
    expect(answer.headers.get('location') ?? '').not.toContain('evil');
    expect(answer.status).not.toBe(302);
    await forgetTries(app);
  }
});

test('the session begins with the sign-in: a token brought along is not taken over', async () => {
  const password = 'six brass lamps at dusk';
  const { email } = await buildPerson(app, 'Kavya Iyer', password);
  const browser = openBrowser(app);
  const [planted] = [owner.api.headers.cookie!.split('=')[1]!];
  browser.cookies.set(app.cookieName, planted);
  const answer = await browser.post('/sign-in/email', { email, password });
  expect(answer.status).toBe(200);
  expect(browser.cookies.get(app.cookieName)).not.toBe(planted);
  const line = answer.headers.getSetCookie().find((each) => each.startsWith(app.cookieName))!;
  expect(line).toMatch(/HttpOnly/i);
  expect(line).toMatch(/SameSite=Lax/i);
  expect(JSON.stringify(answer.body)).not.toContain(
    decodeURIComponent(browser.cookies.get(app.cookieName)!).split('.')[0],
  );
});

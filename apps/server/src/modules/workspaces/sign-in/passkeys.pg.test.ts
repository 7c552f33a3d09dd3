import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildPerson, buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { createAuthenticator, type Authenticator } from '../../../../test/sign-in/authenticator.ts';
import { forgetTries, openBrowser, recordedSignIns, type Browser } from '../../../../test/sign-in/browser.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { addMember } from '../index.ts';

const origin = 'http://localhost:4100';
const password = 'six brass lamps at dusk';
let app: TestApp;
let owner: Signed;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_PUBLIC_URL: origin });
  owner = await buildWorkspace(app);
});
afterAll(() => app.stop());
beforeEach(() => forgetTries(app));

async function signedInPerson(): Promise<{ email: string; browser: Browser }> {
  const person = await buildPerson(app, 'Kavya Iyer', password);
  await app.db.acrossWorkspaces('maintenance', (tx) =>
    addMember(tx, { workspaceId: owner.workspaceId, ...person, role: 'agent', roleId: null }),
  );
  const browser = openBrowser(app);
  await browser.post('/sign-in/email', { email: person.email, password });
  return { email: person.email, browser };
}

async function register(browser: Browser, device: Authenticator, name = 'Phone') {
  const asked = await browser.get<{ challenge: string }>('/passkey/generate-register-options');
  expect(asked.status).toBe(200);
  return browser.post('/passkey/verify-registration', {
    response: device.attest(asked.body.challenge),
    name,
  });
}

async function challenge(browser: Browser): Promise<string> {
  const asked = await browser.get<{ challenge: string }>('/passkey/generate-authenticate-options');
  expect(asked.status).toBe(200);
  return asked.body.challenge;
}

const prove = async (browser: Browser, response: unknown) =>
  browser.post('/passkey/verify-authentication', { response });

describe('a passkey', () => {
  test('is added by someone signed in and signs them in on another day', async () => {
    const { email, browser } = await signedInPerson();
    const phone = createAuthenticator({ origin });
    expect((await register(browser, phone)).status).toBe(200);

    const next = openBrowser(app);
    expect((await prove(next, phone.assert(await challenge(next)))).status).toBe(200);
    expect(await next.signedInAs()).toBe(email);
    expect((await recordedSignIns(app, owner.workspaceId)).at(-1)).toBe('passkey: succeeded');
  });

  test('is listed, named anew and deleted by its owner, and then signs nobody in', async () => {
    const { browser } = await signedInPerson();
    const phone = createAuthenticator({ origin });
    await register(browser, phone);
    const list = await browser.get<{ id: string; name: string }[]>('/passkey/list-user-passkeys');
    expect(list.body).toMatchObject([{ name: 'Phone' }]);
    const [{ id } = { id: '' }] = list.body;
    expect((await browser.post('/passkey/update-passkey', { id, name: 'Old phone' })).status).toBe(200);
    expect((await browser.post('/passkey/delete-passkey', { id })).status).toBe(200);
    const next = openBrowser(app);
    expect((await prove(next, phone.assert(await challenge(next)))).status).toBeGreaterThanOrEqual(400);
    expect(await next.signedInAs()).toBeNull();
  });

  test('of another person cannot be named, deleted or seen', async () => {
    const [first, second] = [await signedInPerson(), await signedInPerson()];
    await register(first.browser, createAuthenticator({ origin }));
    const [{ id } = { id: '' }] = (await first.browser.get<{ id: string }[]>('/passkey/list-user-passkeys'))
      .body;
    expect((await second.browser.get('/passkey/list-user-passkeys')).body).toEqual([]);
    for (const attempt of ['/passkey/update-passkey', '/passkey/delete-passkey']) {
      const answer = await second.browser.post(attempt, { id, name: 'Mine now' });
      expect([401, 403, 404]).toContain(answer.status);
    }
    expect((await first.browser.get('/passkey/list-user-passkeys')).body).toMatchObject([{ name: 'Phone' }]);
  });

  test('is added by nobody who is not signed in', async () => {
    const stranger = openBrowser(app);
    expect((await stranger.get('/passkey/generate-register-options')).status).toBe(401);
    const response = createAuthenticator({ origin }).attest('AAAA');
    expect((await stranger.post('/passkey/verify-registration', { response })).status).toBe(401);
  });
});

describe('a proof is refused', () => {
  const attempts: Record<string, (phone: Authenticator, browser: Browser) => Promise<unknown>> = {
    'for a challenge that was never given': async (phone) => phone.assert('bm90IGEgY2hhbGxlbmdl'),
    'for the challenge of another browser': async (phone) => phone.assert(await challenge(openBrowser(app))),
    'by another key': async (phone, browser) => ({
      ...(createAuthenticator({ origin }).assert(await challenge(browser)) as object),
      id: phone.credentialId,
      rawId: phone.credentialId,
    }),
    'by a key that nobody has': async (_, browser) =>
      createAuthenticator({ origin }).assert(await challenge(browser)),
    'with the signature of another proof': async (phone, browser) => {
      const [first, second] = [phone.assert('b3RoZXI'), phone.assert(await challenge(browser))] as {
        response: { signature: string };
      }[];
      return { ...second, response: { ...second!.response, signature: first!.response.signature } };
    },
    'that is no proof': async () => ({ id: 'x', rawId: 'x', type: 'public-key', response: {} }),
  };

  test.each(Object.entries(attempts))('%s', async (_, attempt) => {
    const { browser } = await signedInPerson();
    const phone = createAuthenticator({ origin });
    await register(browser, phone);
    const next = openBrowser(app);
    const answer = await prove(next, await attempt(phone, next));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await next.signedInAs()).toBeNull();
  });

  test('from a page of another site, and for another site', async () => {
    const { browser } = await signedInPerson();
    for (const wrong of [{ origin: 'https://evil.example' }, { origin, rpId: 'evil.example' }]) {
      expect((await register(browser, createAuthenticator(wrong))).status).toBe(400);
    }
    expect((await browser.get('/passkey/list-user-passkeys')).body).toEqual([]);
  });

  test('the second time that it is sent', async () => {
    const { browser } = await signedInPerson();
    const phone = createAuthenticator({ origin });
    await register(browser, phone);
    const next = openBrowser(app);
    const proof = phone.assert(await challenge(next));
    const cookies = new Map(next.cookies);
    expect((await prove(next, proof)).status).toBe(200);
    const thief = openBrowser(app);
    for (const [name, value] of cookies) thief.cookies.set(name, value);
    expect((await prove(thief, proof)).status).toBeGreaterThanOrEqual(400);
    expect(await thief.signedInAs()).toBeNull();
  });
});

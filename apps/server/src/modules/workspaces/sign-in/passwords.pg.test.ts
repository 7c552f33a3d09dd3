import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apiClient } from '../../../../test/api-client.ts';
import { buildPerson, buildWorkspace } from '../../../../test/factories.ts';
import { forgetTries, openBrowser, recordedSignIns, type Browser } from '../../../../test/sign-in/browser.ts';
import { startMailServer, type MailServer } from '../../../../test/sign-in/mail-server.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { addMember } from '../index.ts';

const password = 'six brass lamps at dusk';
const newPassword = 'nine clay cups at dawn';
let app: TestApp;
let post: MailServer;
beforeAll(async () => {
  post = await startMailServer();
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_SMTP_URL: post.url });
});
afterAll(async () => {
  await app.stop();
  await post.close();
});
beforeEach(() => forgetTries(app));

async function memberWithPassword(): Promise<{ email: string; workspaceId: string }> {
  const { workspaceId } = await buildWorkspace(app);
  const person = await buildPerson(app, 'Kavya Iyer', password);
  await app.db.acrossWorkspaces('maintenance', (tx) =>
    addMember(tx, { workspaceId, ...person, role: 'agent', roleId: null }),
  );
  return { email: person.email, workspaceId };
}

async function signedIn(email: string, secret = password): Promise<Browser> {
  const browser = openBrowser(app);
  await browser.post('/sign-in/email', { email, password: secret });
  return browser;
}

/** The token in the last mail to someone, once it has arrived. */
async function mailedToken(email: string, count = 1): Promise<string> {
  const theirs = () => post.mails.filter(({ to }) => to === email);
  await expect.poll(() => theirs().length, { timeout: 5_000 }).toBe(count);
  return /reset-password#(\S+)/.exec(theirs().at(-1)!.text)![1]!;
}

describe('a wrong password', () => {
  test('is told to the workspaces of the person, and to nobody else', async () => {
    const { email, workspaceId } = await memberWithPassword();
    const stranger = openBrowser(app);
    const answer = await stranger.post('/sign-in/email', { email, password: 'not this one, no' });
    expect(answer).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
    expect(await recordedSignIns(app, workspaceId)).toEqual(['password: wrong_password']);
    const [{ count }] = (await app.database.asOwner<{ count: string }>(
      `select count(*) from events where type = 'member.sign_in'`,
    )) as [{ count: string }];
    expect(Number(count)).toBe(1);
  });

  test('is answered like an address that nobody has: in words and in time', { timeout: 60_000 }, async () => {
    const person = await buildPerson(app, 'Slow Hash');
    // A password that was set here, so that the hash costs what it costs in earnest.
    const owner = await buildWorkspace(app);
    const invitation = await owner.api.post<{ link: string }>('/invitations', {
      email: 'timed@example.in',
      role: 'agent',
    });
    const token = invitation.body.link.split('#')[1];
    await apiClient(app).post('/joining', { token, name: person.name, password });

    const known: number[] = [];
    const unknown: number[] = [];
    const answers = new Set<string>();
    for (let round = 0; round < 5; round += 1) {
      await forgetTries(app);
      for (const [times, email] of [
        [known, 'timed@example.in'],
        [unknown, `nobody.${round}@example.in`],
      ] as const) {
        const started = performance.now();
        const answer = await openBrowser(app).post('/sign-in/email', {
          email,
          password: `guess ${round} and more`,
        });
        times.push(performance.now() - started);
        answers.add(`${answer.status} ${String(answer.body.code)} ${String(answer.body.detail)}`);
      }
    }
    expect(answers.size).toBe(1);
    // The fastest of each is what the machine's other work disturbed least.
    const ratio = Math.min(...known) / Math.min(...unknown);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.7);
  });
});

describe('changing the password', () => {
  test('asks for the old one, and ends the other sessions when asked to', async () => {
    const { email } = await memberWithPassword();
    const [here, elsewhere] = [await signedIn(email), await signedIn(email)];
    const wrong = { currentPassword: 'not this one, no', newPassword };
    expect((await here.post('/change-password', wrong)).status).toBe(400);
    const short = { currentPassword: password, newPassword: 'short' };
    expect((await here.post('/change-password', short)).status).toBe(400);
    const right = { currentPassword: password, newPassword, revokeOtherSessions: true };
    expect((await here.post('/change-password', right)).status).toBe(200);
    expect(await here.signedInAs()).toBe(email);
    expect(await elsewhere.signedInAs()).toBeNull();
    expect(await (await signedIn(email, password)).signedInAs()).toBeNull();
    expect(await (await signedIn(email, newPassword)).signedInAs()).toBe(email);
  });

  test('is for people who are signed in', async () => {
    const answer = await openBrowser(app).post('/change-password', {
      currentPassword: password,
      newPassword,
    });
    expect(answer.status).toBe(401);
  });
});

describe('a forgotten password', () => {
  test(
    'is replaced by a link in a mail, which works once and ends every session',
    { timeout: 30_000 },
    async () => {
      const { email } = await memberWithPassword();
      const before = await signedIn(email);
      expect((await openBrowser(app).post('/request-password-reset', { email })).status).toBe(200);
      const token = await mailedToken(email);
      const stranger = openBrowser(app);
      expect((await stranger.post('/reset-password', { token, newPassword: 'short' })).status).toBe(400);
      expect((await stranger.post('/reset-password', { token, newPassword })).status).toBe(200);
      expect(await before.signedInAs()).toBeNull();
      expect((await stranger.post('/reset-password', { token, newPassword: password })).status).toBe(400);
      expect(await (await signedIn(email, newPassword)).signedInAs()).toBe(email);
    },
  );

  test('of an address that nobody has is answered the same, and no mail is sent', async () => {
    const { email } = await memberWithPassword();
    const known = await openBrowser(app).post('/request-password-reset', { email });
    const unknown = await openBrowser(app).post('/request-password-reset', { email: 'nobody@example.in' });
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    await mailedToken(email);
    expect(post.mails.filter(({ to }) => to === 'nobody@example.in')).toEqual([]);
  });

  test('a token that is wrong, changed or nobody’s resets nothing', async () => {
    const { email } = await memberWithPassword();
    await openBrowser(app).post('/request-password-reset', { email });
    const token = await mailedToken(email);
    for (const wrong of [
      '',
      'x',
      `${token}x`,
      token.slice(1),
      token.toUpperCase(),
      'a'.repeat(5_000),
      { $ne: null },
    ]) {
      const answer = await openBrowser(app).post('/reset-password', { token: wrong, newPassword });
      expect(answer.status).toBe(400);
      await forgetTries(app);
    }
    expect(await (await signedIn(email)).signedInAs()).toBe(email);
  });

  test('asking for links again and again is slowed down', async () => {
    const { email } = await memberWithPassword();
    const statuses: number[] = [];
    for (let at = 0; at < 6; at += 1) {
      statuses.push((await openBrowser(app).post('/request-password-reset', { email })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

test('an invitation is mailed to its address, and the link is what the inviter sees too', async () => {
  const owner = await buildWorkspace(app, 'Surat Silks');
  const email = 'mailed.guest@example.in';
  const answer = await owner.api.post<{ link: string }>('/invitations', { email, role: 'agent' });
  expect(answer.body).toMatchObject({ sentByEmail: true });
  await expect.poll(() => post.mails.filter(({ to }) => to === email).length, { timeout: 5_000 }).toBe(1);
  const mail = post.mails.find(({ to }) => to === email)!;
  expect(mail.text).toContain(answer.body.link);
  expect(mail.text).toContain('Surat Silks');
});

test('without a mail server a forgotten password is answered with what to do instead', async () => {
  const silent = await startTestApp();
  const answer = await openBrowser(silent).post('/request-password-reset', { email: 'meera@example.in' });
  expect(answer).toMatchObject({ status: 409, body: { code: 'conflict' } });
  expect(answer.body.detail).toMatch(/No mail server is set up/);
  await silent.stop();
});

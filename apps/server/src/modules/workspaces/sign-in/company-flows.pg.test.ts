import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMember } from '../people.ts';
import {
  encoded,
  openStandIn,
  type Misbehaviour,
  type StandIn,
} from '../../../../test/company/identity-provider.ts';
import {
  begin,
  callbackPathOf,
  comeBack,
  connect,
  type Landing,
  type Visit,
} from '../../../../test/company/visit.ts';
import { buildMember, buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { signSessionToken } from './session-cookie.ts';

let company: StandIn;
let other: StandIn;
let inside: Server;
let reachedInside: number;
let app: TestApp;
let owner: Signed;
let stranger: Signed;
let member: Signed;

beforeAll(async () => {
  company = await openStandIn(() => app.clock.now());
  other = await openStandIn(() => app.clock.now());
  inside = createServer((_request, response) => response.end('{}'));
  inside.on('connection', () => (reachedInside += 1));
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
  app = await startTestApp({
    TRIKON_ALLOW_PRIVATE: `${company.hostAndPort},${other.hostAndPort}`,
    TRIKON_RATE_LIMIT: 'off',
  });
  owner = await buildWorkspace(app);
  stranger = await buildWorkspace(app, 'Pune Clinic');
  await connect(owner, company, ['example.in', 'surat.example']);
  await connect(stranger, other, ['pune.example']);
});
afterAll(async () => {
  await app.stop();
  inside.close();
  await company[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});

beforeEach(async () => {
  reachedInside = 0;
  company.misbehave = {};
  // Past what is remembered of the company's discovery document.
  app.clock.advance(301_000);
  member = await buildMember(app, owner.workspaceId, 'agent');
});
afterEach(() => expect(reachedInside).toBe(0));

const insideUrl = (): string => `http://127.0.0.1:${(inside.address() as AddressInfo).port}`;

const sessions = async (userId = member.userId): Promise<number> =>
  // The factories sign everybody in once.
  (await app.database.asOwner(`select 1 from identity.sessions where user_id = $1`, [userId])).length - 1;

function changed(cookie: string, change: (flow: object) => object): string {
  const [payload = '', signature = ''] = cookie.slice(cookie.indexOf('=') + 1).split('.');
  const flow = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  return `trikon.company=${encoded(change(flow))}.${signature}`;
}

const vouchedFor = (email: string) => ({ sub: email, email, email_verified: true });

async function arrive(): Promise<{ visit: Visit; back: URLSearchParams }> {
  const visit = await begin(app, member.email);
  return { visit, back: company.agree(visit.url, vouchedFor(member.email)) };
}

async function expectRefused(landing: Landing, problem: string): Promise<void> {
  expect(landing).toMatchObject({ status: 303, location: `/sign-in?problem=${problem}`, session: undefined });
  expect(await sessions()).toBe(0);
}

describe('the cookie', () => {
  const spoilt: Record<string, (cookie: string) => string> = {
    missing: () => 'unrelated=1',
    empty: () => 'trikon.company=',
    'with another payload': (cookie) => changed(cookie, (flow) => ({ ...flow, to: '/elsewhere' })),
    'of a later end': (cookie) => changed(cookie, (flow) => ({ ...flow, expiresAt: 9e12 })),
    'without a signature': (cookie) => cookie.slice(0, cookie.lastIndexOf('.')),
    'with another signature': (cookie) => `${cookie.slice(0, -3)}AAA`,
    'with something behind the signature': (cookie) => `${cookie}.x`,
    'signed as sessions are': (cookie) =>
      `trikon.company=${signSessionToken(cookie.slice(cookie.indexOf('=') + 1, cookie.lastIndexOf('.')), app.sessionSecret)}`,
  };

  test.each(Object.entries(spoilt))('is refused when it is %s', async (_name, spoil) => {
    const { visit, back } = await arrive();
    await expectRefused(
      await comeBack(app, { ...visit, cookie: spoil(visit.cookie) }, back),
      'company_expired',
    );
  });

  test('is refused after ten minutes', async () => {
    const { visit, back } = await arrive();
    app.clock.advance(600_000);
    await expectRefused(await comeBack(app, visit, back), 'company_expired');
  });

  test('is no session', async () => {
    const { visit } = await arrive();
    const value = visit.cookie.slice(visit.cookie.indexOf('=') + 1);
    const answer = await fetch(`${app.url}/api/v1/account`, {
      headers: { cookie: `${app.cookieName}=${value}` },
    });
    expect(answer.status).toBe(401);
  });
});

describe('an answer', () => {
  test('is refused in a browser that did not ask for it', async () => {
    const victim = await arrive();
    const attacker = await arrive();
    await expectRefused(await comeBack(app, victim.visit, attacker.back), 'company_expired');
  });

  const spoilt: Record<string, [(back: URLSearchParams) => void, string]> = {
    'has no state': [(back) => back.delete('state'), 'company_expired'],
    'has two states': [(back) => back.append('state', 'x'), 'company_failed'],
    'has another state before the right one': [
      (back) => {
        const state = back.get('state') ?? '';
        back.set('state', 'x');
        back.append('state', state);
      },
      'company_expired',
    ],
    'has no code': [(back) => back.delete('code'), 'company_failed'],
    'has two codes': [(back) => back.append('code', 'x'), 'company_failed'],
    'has a code that nobody gave': [(back) => back.set('code', 'x'), 'company_failed'],
    'has another issuer': [(back) => back.set('iss', other.issuer), 'company_failed'],
    'has no issuer though one was announced': [(back) => back.delete('iss'), 'company_failed'],
    'has two issuers': [(back) => back.append('iss', other.issuer), 'company_failed'],
    'brings a token along': [(back) => back.set('id_token', 'a.b.c'), 'company_failed'],
    'is a token': [(back) => back.set('response', 'a.b.c'), 'company_failed'],
    'says that the person cancelled': [
      (back) => {
        back.delete('code');
        back.set('error', 'access_denied');
      },
      'company_denied',
    ],
    'says that the company is broken': [(back) => back.set('error', 'server_error'), 'company_failed'],
    'says something that is no error word': [(back) => back.set('error', '<script>'), 'company_failed'],
  };

  test.each(Object.entries(spoilt))('that %s opens nothing', async (_name, [spoil, problem]) => {
    const { visit, back } = await arrive();
    spoil(back);
    await expectRefused(await comeBack(app, visit, back), problem);
  });

  test('counts once, though the company would trade its code again', async () => {
    const { visit, back } = await arrive();
    expect((await comeBack(app, visit, back)).location).toBe('/');
    expect((await comeBack(app, visit, back)).location).toBe('/sign-in?problem=company_expired');
    expect(await sessions()).toBe(1);
  });

  test('counts once however many arrive together', async () => {
    const { visit, back } = await arrive();
    const landings = await Promise.all(Array.from({ length: 10 }, () => comeBack(app, visit, back)));
    expect(landings.filter(({ session }) => session !== undefined)).toHaveLength(1);
    expect(await sessions()).toBe(1);
  });

  test('is used up by a failure too', async () => {
    const { visit, back } = await arrive();
    company.misbehave.token = () => 'token';
    await expectRefused(await comeBack(app, visit, back), 'company_failed');
    company.misbehave = {};
    await expectRefused(await comeBack(app, visit, back), 'company_expired');
  });

  test('does not fit with the code of another flow, which was bound to another verifier', async () => {
    const first = await arrive();
    const second = await arrive();
    first.back.set('code', second.back.get('code') ?? '');
    await expectRefused(await comeBack(app, first.visit, first.back), 'company_failed');
  });

  test('is not asked for by HEAD, which would use it up', async () => {
    const { visit, back } = await arrive();
    const url = `${app.url}${callbackPathOf(visit)}?${back.toString()}`;
    const answer = await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      headers: { cookie: visit.cookie },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await comeBack(app, visit, back)).location).toBe('/');
  });
});

describe('another company', () => {
  test('cannot have its answer taken for ours, nor ours for its own', async () => {
    const ours = await arrive();
    const theirs = await begin(app, 'asha@pune.example');
    // The other company sends the browser on to ours, with what its own flow asked for.
    const lured = company.agree(theirs.url, vouchedFor(member.email));
    await expectRefused(await comeBack(app, theirs, lured, callbackPathOf(ours.visit)), 'company_expired');
    const honest = new URL(theirs.url);
    honest.searchParams.set('redirect_uri', new URL(ours.visit.url).searchParams.get('redirect_uri') ?? '');
    const redirected = company.agree(honest.href, vouchedFor(member.email));
    await expectRefused(
      await comeBack(app, theirs, redirected, callbackPathOf(ours.visit)),
      'company_expired',
    );
    // Nothing of ours was handed to it.
    expect(other.asked.filter((each) => each.includes('token'))).toEqual([]);
  });

  test('is not asked about our code, whose issuer our company named', async () => {
    const theirs = await begin(app, 'asha@pune.example');
    const lured = company.agree(theirs.url, vouchedFor(member.email));
    await expectRefused(await comeBack(app, theirs, lured), 'company_failed');
    expect(other.asked.filter((each) => each.includes('token'))).toEqual([]);
  });

  test('does not let our people in by claiming their address', async () => {
    const theirs = await begin(app, 'asha@pune.example');
    const back = other.agree(theirs.url, vouchedFor(member.email));
    await expectRefused(await comeBack(app, theirs, back), 'company_email_domain');
  });

  test.each(['00000000-0000-7000-8000-000000000000', 'x', "'--"])(
    'is not made up by calling back to %s',
    async (organisation) => {
      const { visit, back } = await arrive();
      const path = `/api/auth/company/callback/${encodeURIComponent(organisation)}`;
      await expectRefused(await comeBack(app, visit, back, path), 'company_expired');
    },
  );

  test('may not be disconnected meanwhile', async () => {
    const { providerId } = await connect(stranger, other, ['third.example']);
    const visit = await begin(app, 'a@third.example');
    const back = other.agree(visit.url, vouchedFor('a@third.example'));
    await stranger.api.remove(`/sign-on-providers/${providerId}`);
    await expectRefused(await comeBack(app, visit, back), 'company_gone');
  });
});

describe('a person', () => {
  async function visitAs(email: string, sub = email): Promise<Landing> {
    const visit = await begin(app, email);
    return comeBack(app, visit, company.agree(visit.url, { sub, email, email_verified: true }));
  }

  test('whom nobody knows or invited stays outside', async () => {
    await expectRefused(await visitAs('nobody@surat.example'), 'company_unknown');
  });

  test('of another organisation stays outside, though the address is of the company', async () => {
    await expectRefused(await visitAs(stranger.email), 'company_unknown');
    expect(await sessions(stranger.userId)).toBe(0);
  });

  test('who belongs to another organisation as well stays outside: the session would open both', async () => {
    await app.db.acrossWorkspaces('maintenance', (tx) =>
      addMember(tx, { ...member, workspaceId: stranger.workspaceId, role: 'agent', roleId: null }),
    );
    await expectRefused(await visitAs(member.email), 'company_elsewhere');
  });

  test('who was linked before they joined another organisation stays outside from then on', async () => {
    expect((await visitAs(member.email)).location).toBe('/');
    await app.db.acrossWorkspaces('maintenance', (tx) =>
      addMember(tx, { ...member, workspaceId: stranger.workspaceId, role: 'agent', roleId: null }),
    );
    expect((await visitAs(member.email)).location).toBe('/sign-in?problem=company_elsewhere');
    expect(await sessions()).toBe(1);
  });

  test('of another organisation cannot be drawn in by inviting them', async () => {
    await owner.api.post('/invitations', { email: stranger.email, role: 'agent' });
    await expectRefused(await visitAs(stranger.email), 'company_elsewhere');
    const { body } = await owner.api.get<{ items: { email: string }[] }>('/invitations');
    expect(body.items.map(({ email }) => email)).toContain(stranger.email);
  });

  test('who was removed stays outside, linked or not', async () => {
    expect((await visitAs(member.email)).location).toBe('/');
    await owner.api.remove(`/members/${member.userId}`);
    expect((await visitAs(member.email)).location).toBe('/sign-in?problem=company_unknown');
    expect(await sessions()).toBe(1);
  });

  test('whose invitation has expired stays outside', async () => {
    await owner.api.post('/invitations', { email: 'late@surat.example', role: 'agent' });
    app.clock.advance(8 * 86_400_000);
    await expectRefused(await visitAs('late@surat.example'), 'company_unknown');
  });

  test('whom another workspace of another organisation invited stays outside', async () => {
    await stranger.api.post('/invitations', { email: 'asha@surat.example', role: 'agent' });
    await expectRefused(await visitAs('asha@surat.example'), 'company_unknown');
  });

  test('who got the address of somebody who left does not become them', async () => {
    expect((await visitAs(member.email, 'the first')).location).toBe('/');
    expect((await visitAs(member.email, 'the next')).location).toBe(
      '/sign-in?problem=company_account_changed',
    );
    expect(await sessions()).toBe(1);
  });
});

describe('a company that', () => {
  const answering = (path: string, answer: NonNullable<Misbehaviour['intercept']>): Misbehaviour => ({
    intercept: (request, response) => (request.url?.endsWith(path) ? answer(request, response) : false),
  });
  const ends = (path: string, status: number, body = '{}', headers: Record<string, string> = {}) =>
    answering(path, (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
      return true;
    });
  const pointing = (endpoint: string): Misbehaviour => ({
    document: (usual) => ({ ...usual, [endpoint]: `${insideUrl()}/` }),
  });

  const broken: Record<string, [() => Misbehaviour, string]> = {
    'refuses the code': [() => ends('/token', 400, '{"error":"invalid_grant"}'), 'company_failed'],
    'breaks at the token': [() => ends('/token', 500, 'oops'), 'company_failed'],
    'answers the token with a page': [
      () => ends('/token', 200, '<html>', { 'content-type': 'text/html' }),
      'company_failed',
    ],
    'answers the token with broken JSON': [() => ends('/token', 200, '{"id_token":'), 'company_failed'],
    'redirects the token request to the inside': [
      () => ends('/token', 307, '', { location: insideUrl() }),
      'company_failed',
    ],
    'redirects the key request to the inside': [
      () => ends('/jwks', 302, '', { location: insideUrl() }),
      'company_failed',
    ],
    'has no keys to show': [() => ends('/jwks', 500), 'company_failed'],
    'answers the token without end': [
      () => ends('/token', 200, `{"id_token":"${'a'.repeat(6_000_000)}"}`),
      'company_unreachable',
    ],
    'shows keys without end': [
      () => ends('/jwks', 200, `{"keys":[${'{},'.repeat(2_000_000)}{}]}`),
      'company_unreachable',
    ],
    'hangs at the token': [() => answering('/token', () => true), 'company_unreachable'],
    'hangs up at the token': [
      () =>
        answering('/token', (request) => {
          request.socket.destroy();
          return true;
        }),
      'company_unreachable',
    ],
    'keeps its token endpoint inside our network': [() => pointing('token_endpoint'), 'company_unreachable'],
    'keeps its keys inside our network': [() => pointing('jwks_uri'), 'company_unreachable'],
  };

  test.each(Object.entries(broken))('%s lets nobody in', async (_name, [misbehave, problem]) => {
    company.misbehave = misbehave();
    const { visit, back } = await arrive();
    await expectRefused(await comeBack(app, visit, back), problem);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { apiClient } from '../../../../test/api-client.ts';
import { buildMember, buildPerson, buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { newKeys, openStandIn, type StandIn } from '../../../../test/company/identity-provider.ts';
import { begin, comeBack, connect, type Landing } from '../../../../test/company/visit.ts';

let company: StandIn;
let app: TestApp;
let owner: Signed;

beforeAll(async () => {
  company = await openStandIn(() => app.clock.now());
  app = await startTestApp({
    TRIKON_ALLOW_PRIVATE: company.hostAndPort,
    TRIKON_RATE_LIMIT: 'off',
    TRIKON_PUBLIC_URL: 'http://chat.surat.test',
  });
  owner = await buildWorkspace(app);
  await connect(owner, company, ['example.in', 'surat.example']);
});
afterAll(async () => {
  await app.stop();
  await company[Symbol.asyncDispose]();
});
afterEach(() => {
  company.misbehave = {};
});

async function visit(email: string, person: object, to?: string): Promise<Landing> {
  const begun = await begin(app, email, to);
  return comeBack(app, begun, company.agree(begun.url, { email, email_verified: true, ...person }));
}

const accountOf = ({ session = '' }: Landing) =>
  apiClient(app, { cookie: session }).get<{ userId: string; name: string; workspaces: { role: string }[] }>(
    '/account',
  );

describe('starting', () => {
  test('sends the browser to the company with state, nonce and PKCE, and gives it a cookie to prove itself by', async () => {
    const { headers, body } = await apiClient(app).post<{ url: string }>('/api/auth/company/start', {
      email: 'Anyone@Surat.example',
      to: '/inbox?open=1',
    });
    const url = new URL(body.url);
    expect(`${url.origin}${url.pathname}`).toBe(`${company.issuer}/authorize`);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'trikon & co',
      response_type: 'code',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      redirect_uri: expect.stringMatching(
        /^http:\/\/chat\.surat\.test\/api\/auth\/company\/callback\/[0-9a-f-]{36}$/,
      ),
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(url.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^trikon\.company=/);
    expect(cookie).toMatch(/; Max-Age=600; Path=\/api\/auth\/company; HttpOnly; SameSite=Lax$/);
  });

  test('finds nothing for a domain that no company serves, whoever has an address there', async () => {
    const person = await buildPerson(app, 'Only Password');
    await app.database.asOwner(`update identity.users set email = 'only@password.example' where id = $1`, [
      person.userId,
    ]);
    for (const email of ['only@password.example', 'nobody@password.example', 'a@sub.surat.example']) {
      const answer = await apiClient(app).post('/api/auth/company/start', { email });
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  test('answers the same for somebody who exists and for somebody who does not', async () => {
    const answers = await Promise.all(
      [owner.email, 'nobody.at.all@example.in'].map((email) =>
        apiClient(app).post<{ url: string }>('/api/auth/company/start', { email }),
      ),
    );
    const [known, unknown] = answers.map(({ status, body }) => {
      const parameters = new URL(body.url).searchParams;
      for (const name of ['state', 'nonce', 'code_challenge']) parameters.delete(name);
      return { status, parameters: parameters.toString() };
    });
    expect(known).toEqual(unknown);
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'inbox',
    '',
  ])('refuses to lead to %j afterwards', async (to) => {
    const answer = await apiClient(app).post('/api/auth/company/start', { email: owner.email, to });
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ field: 'to' }] } });
  });

  test.each([{ email: 'not an address' }, { email: 7 }, {}, { email: 'a@surat.example', extra: 1 }])(
    'refuses the input %j',
    async (input) => {
      const answer = await apiClient(app).post('/api/auth/company/start', input);
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    },
  );

  test('is refused to pages of other sites, which could otherwise begin a sign-in in the browser', async () => {
    const answer = await apiClient(app, { origin: 'https://evil.example' }).post('/api/auth/company/start', {
      email: owner.email,
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'origin_refused' } });
  });

  test('asks the company for its discovery document once in a while, not for every visitor', async () => {
    await begin(app, owner.email);
    company.asked.length = 0;
    await Promise.all([begin(app, owner.email), begin(app, 'b@example.in'), begin(app, 'c@example.in')]);
    expect(company.asked).toEqual([]);
    app.clock.advance(301_000);
    await Promise.all([begin(app, owner.email), begin(app, 'b@example.in')]);
    expect(company.asked).toEqual(['GET /realms/surat/.well-known/openid-configuration']);
  });
});

describe('coming back', () => {
  test('signs a member in, leads to where they wanted to go, and ends the flow', async () => {
    const landing = await visit(owner.email, { sub: 'meera' }, '/inbox?open=1#last');
    expect(landing).toMatchObject({ status: 303, location: '/inbox?open=1#last' });
    expect((await accountOf(landing)).body).toMatchObject({ userId: owner.userId });
    expect(landing.cookies[0]).toBe(
      'trikon.company=; Max-Age=0; Path=/api/auth/company; HttpOnly; SameSite=Lax',
    );
  });

  test('finds a linked person again by the company’s own name for them, whatever their address is by then', async () => {
    const member = await buildMember(app, owner.workspaceId, 'agent');
    await visit(member.email, { sub: 'arjun' });
    const landing = await visit('arjun.new@surat.example', { sub: 'arjun' });
    expect((await accountOf(landing)).body).toMatchObject({ userId: member.userId });
  });

  test('believes a company that has no email_verified but vouches for the domain', async () => {
    const member = await buildMember(app, owner.workspaceId, 'agent');
    const landing = await visit(member.email, { sub: 'entra', email_verified: undefined, xms_edov: '1' });
    expect((await accountOf(landing)).status).toBe(200);
  });

  test('brings an invited person in, with all that the organisation invited them to', async () => {
    const second = await owner.api.post<{ workspaceId: string }>('/account/workspaces', {
      organisationId: await organisationOf(owner),
      name: 'Surat Silks Outlet',
    });
    const outlet = owner.api.with({ 'trikon-workspace': second.body.workspaceId });
    await owner.api.post('/invitations', { email: 'kavya@surat.example', role: 'agent' });
    await outlet.post('/invitations', { email: 'kavya@surat.example', role: 'marketer' });
    const landing = await visit('kavya@surat.example', { sub: 'kavya', name: 'Kavya\u0000 \u2028Shah ' });
    const account = await accountOf(landing);
    expect(account.body.name).toBe('Kavya Shah');
    expect(account.body.workspaces.map(({ role }) => role).sort()).toEqual(['agent', 'marketer']);
    expect((await owner.api.get<{ items: unknown[] }>('/invitations')).body.items).toEqual([]);
    expect((await visit('kavya@surat.example', { sub: 'kavya' })).location).toBe('/');
  });

  test('makes one person of two first sign-ins at once', async () => {
    await owner.api.post('/invitations', { email: 'twice@surat.example', role: 'agent' });
    const landings = await Promise.all(
      [1, 2, 3].map(() => visit('twice@surat.example', { sub: 'twice', name: 'Ravi' })),
    );
    expect(landings.map(({ location }) => location)).toEqual(['/', '/', '/']);
    const people = await app.database.asOwner(
      `select 1 from identity.users where email = 'twice@surat.example'`,
    );
    expect(people).toHaveLength(1);
  });

  test('takes a company that wants its secret in the form instead of the header', async () => {
    app.clock.advance(301_000);
    company.misbehave.document = (usual) => ({
      ...usual,
      token_endpoint_auth_methods_supported: ['client_secret_post'],
    });
    expect((await visit(owner.email, { sub: 'meera' })).location).toBe('/');
    app.clock.advance(301_000);
  });

  test('follows a change of the company’s keys at once', async () => {
    const before = company.keys;
    company.keys = newKeys('second');
    expect((await visit(owner.email, { sub: 'meera' })).location).toBe('/');
    company.keys = before;
  });
});

describe('the session', () => {
  test('is like one that the sign-in library starts, in the cookie and in the database', async () => {
    const password = 'six brass lamps at dusk';
    const person = await buildPerson(app, 'Both Ways', password);
    await app.database.asOwner(
      `insert into members (workspace_id, user_id, name, email, role, joined_at) values ($1, $2, 'Both Ways', $3, 'agent', $4)`,
      [owner.workspaceId, person.userId, person.email, app.clock.now()],
    );
    const byPassword = await apiClient(app).post('/api/auth/sign-in/email', {
      email: person.email,
      password,
    });
    const landing = await visit(person.email, { sub: 'both' });
    const attributes = (lines: string[]): string[] | undefined =>
      lines
        .find((line) => line.startsWith(app.cookieName))
        ?.split('; ')
        .slice(1)
        .sort();
    expect(attributes(landing.cookies)).toEqual(attributes(byPassword.headers.getSetCookie()));
    const [library, company] = await app.database.asOwner<Record<string, unknown>>(
      `select extract(epoch from expires_at - created_at)::int / 86400 as days, created_at = updated_at as fresh, ip_address, user_agent is not null as agent
       from identity.sessions where user_id = $1 order by id`,
      [person.userId],
    );
    expect(company).toMatchObject({ days: 30, fresh: true, ip_address: '127.0.0.1', agent: true });
    expect(Object.keys(library ?? {})).toEqual(Object.keys(company ?? {}));
  });

  test('is ended by the library’s own sign-out', async () => {
    const landing = await visit(owner.email, { sub: 'meera' });
    const browser = apiClient(app, { cookie: landing.session ?? '', origin: 'http://chat.surat.test' });
    expect((await browser.get('/account')).status).toBe(200);
    expect((await browser.post('/api/auth/sign-out')).status).toBe(200);
    expect((await browser.get('/account')).status).toBe(401);
  });

  test('is told in the history as a sign-in by the company', async () => {
    await visit(owner.email, { sub: 'meera' });
    const [told] = await app.database.asOwner<{ data: unknown }>(
      `select data from events where type = 'member.sign_in' and workspace_id = $1 order by seq desc limit 1`,
      [owner.workspaceId],
    );
    expect(told?.data).toMatchObject({
      userId: owner.userId,
      method: 'company',
      outcome: 'succeeded',
      device: 'Chrome on Android',
    });
  });
});

async function organisationOf({ api }: Signed): Promise<string> {
  const { body } = await api.get<{ organisations: { organisationId: string }[] }>('/account');
  return body.organisations[0]!.organisationId;
}

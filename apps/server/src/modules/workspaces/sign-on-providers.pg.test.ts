import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../../test/api-client.ts';
import {
  openStandIn,
  without,
  type Misbehaviour,
  type StandIn,
} from '../../../test/company/identity-provider.ts';
import { begin, comeBack, connect } from '../../../test/company/visit.ts';
import { buildMember, buildWorkspace, type Signed } from '../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';

let company: StandIn;
let inside: Server;
let reachedInside = 0;
let app: TestApp;
let owner: Signed;
let elsewhere: Signed;

beforeAll(async () => {
  company = await openStandIn(() => app.clock.now());
  inside = createServer((_request, response) => response.end('{}'));
  inside.on('connection', () => (reachedInside += 1));
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
  app = await startTestApp({ TRIKON_ALLOW_PRIVATE: company.hostAndPort, TRIKON_RATE_LIMIT: 'off' });
  owner = await buildWorkspace(app);
  elsewhere = await buildWorkspace(app, 'Pune Clinic');
});
afterAll(async () => {
  await app.stop();
  inside.close();
  await company[Symbol.asyncDispose]();
});
beforeEach(() => {
  company.misbehave = {};
  company.asked.length = 0;
  reachedInside = 0;
});

const insideUrl = (): string => `http://127.0.0.1:${(inside.address() as AddressInfo).port}`;

const input = (changes: object = {}) => ({
  name: 'Patel Group',
  issuer: company.issuer,
  clientId: 'trikon & co',
  clientSecret: company.clientSecret,
  emailDomains: ['surat.example'],
  ...changes,
});

const list = async (api: ApiClient) =>
  (await api.get<{ items: Record<string, unknown>[]; callbackUrl: string }>('/sign-on-providers')).body;

const stored = () =>
  app.database.asOwner<{ secret: Buffer }>(`select client_secret as secret from identity.sign_on_providers`);

test('an owner connects a company, sees it without its secret, and disconnects it', async () => {
  const { callbackUrl } = await list(owner.api);
  const connected = await owner.api.post(
    '/sign-on-providers',
    input({ emailDomains: ['Surat.example', 'b.example', 'b.example'] }),
  );
  expect(connected).toMatchObject({
    status: 201,
    body: { issuer: company.issuer, emailDomains: ['b.example', 'surat.example'], callbackUrl },
  });
  expect((await list(owner.api)).items).toEqual([connected.body]);
  expect(JSON.stringify(connected.body)).not.toContain(company.clientSecret);
  const [row] = await stored();
  expect(row?.secret.toString('latin1')).not.toContain(company.clientSecret);

  const removed = await owner.api.remove(`/sign-on-providers/${String(connected.body.providerId)}`);
  expect(removed.status).toBe(200);
  expect(await stored()).toEqual([]);
  const again = await owner.api.remove(`/sign-on-providers/${String(connected.body.providerId)}`);
  expect(again.status).toBe(404);
});

test('each workspace of the organisation has it in its history', async () => {
  const { body: account } = await owner.api.get<{ organisations: { organisationId: string }[] }>('/account');
  const { organisationId } = account.organisations[0]!;
  const outlet = await owner.api.post<{ workspaceId: string }>('/account/workspaces', {
    organisationId,
    name: 'Outlet',
  });
  const { providerId } = await connect(owner, company, ['surat.example']);
  await owner.api.remove(`/sign-on-providers/${providerId}`);
  const told = await app.database.asOwner<{ workspaceId: string; actor: string }>(
    `select workspace_id as "workspaceId", actor_id as actor from events
     where type = 'sign_on.changed' and data->>'providerId' = $1`,
    [providerId],
  );
  const both = [owner.workspaceId, outlet.body.workspaceId].flatMap((id) => [id, id]).sort();
  expect(told.map(({ workspaceId }) => workspaceId).sort()).toEqual(both);
  expect(new Set(told.map(({ actor }) => actor))).toEqual(new Set([owner.userId]));
});

test('disconnecting takes the links of people away and leaves them their accounts', async () => {
  const { providerId } = await connect(owner, company, ['example.in']);
  const visit = await begin(app, owner.email);
  await comeBack(
    app,
    visit,
    company.agree(visit.url, { sub: 'm', email: owner.email, email_verified: true }),
  );
  const links = () =>
    app.database.asOwner(`select 1 from identity.accounts where provider_id = $1`, [providerId]);
  expect(await links()).toHaveLength(1);
  await owner.api.remove(`/sign-on-providers/${providerId}`);
  expect(await links()).toEqual([]);
  expect((await owner.api.get('/account')).status).toBe(200);
});

describe('who may', () => {
  test('an admin of the workspace sees what is connected and changes nothing, nor makes us call anyone', async () => {
    const admin = await buildMember(app, owner.workspaceId, 'admin');
    const { providerId } = await connect(owner, company, ['surat.example']);
    expect((await list(admin.api)).items).toHaveLength(1);
    company.asked.length = 0;
    const attempt = await admin.api.post('/sign-on-providers', input({ emailDomains: ['new.example'] }));
    expect(attempt).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await admin.api.remove(`/sign-on-providers/${providerId}`)).status).toBe(403);
    expect(company.asked).toEqual([]);
    await owner.api.remove(`/sign-on-providers/${providerId}`);
  });

  test('an owner of a workspace who does not own the organisation changes nothing', async () => {
    const second = await buildMember(app, owner.workspaceId, 'owner');
    expect((await second.api.post('/sign-on-providers', input())).status).toBe(403);
  });

  test('an owner of another organisation neither sees nor ends ours', async () => {
    const { providerId } = await connect(owner, company, ['surat.example']);
    expect((await list(elsewhere.api)).items).toEqual([]);
    expect((await elsewhere.api.remove(`/sign-on-providers/${providerId}`)).status).toBe(404);
    expect((await list(owner.api)).items).toHaveLength(1);
    await owner.api.remove(`/sign-on-providers/${providerId}`);
  });
});

describe('a domain', () => {
  test('leads to one sign-on in the whole installation, and whose it is is not told', async () => {
    const { providerId } = await connect(owner, company, ['surat.example']);
    const taken = await Promise.all(
      [owner, elsewhere].map(({ api }) =>
        api.post('/sign-on-providers', input({ emailDomains: ['free.example', 'SURAT.example'] })),
      ),
    );
    const [own, other] = taken.map(({ status, body }) => ({ status, body: without('requestId')(body) }));
    expect(own).toMatchObject({
      status: 409,
      body: { code: 'conflict', fields: [{ field: 'emailDomains', code: 'domain_taken' }] },
    });
    expect(other).toEqual(own);
    await owner.api.remove(`/sign-on-providers/${providerId}`);
    const { providerId: later } = await connect(elsewhere, company, ['surat.example']);
    await elsewhere.api.remove(`/sign-on-providers/${later}`);
  });

  test('goes to one of those who claim it at once', async () => {
    const claims = await Promise.all(
      [owner, elsewhere, owner].map(({ api }) => api.post('/sign-on-providers', input())),
    );
    expect(claims.map(({ status }) => `${status}`).sort()).toEqual(['201', '409', '409']);
    const winner = claims.find(({ status }) => status === 201);
    for (const { api } of [owner, elsewhere])
      await api.remove(`/sign-on-providers/${String(winner?.body.providerId)}`);
  });
});

describe('the sealed secret', () => {
  test('does not open under another organisation', async () => {
    const { providerId } = await connect(owner, company, ['surat.example']);
    await connect(elsewhere, company, ['pune.example']);
    await app.database.asOwner(
      `update identity.sign_on_providers set client_secret =
         (select client_secret from identity.sign_on_providers where provider_id = $1) where provider_id <> $1`,
      [providerId],
    );
    await expect(begin(app, 'a@pune.example')).rejects.toThrow(/"code":"internal"/);
    await app.database.asOwner(`delete from identity.sign_on_providers`);
  });
});

describe('an issuer', () => {
  const refusal = async (changes: object) => {
    const { status, body } = await owner.api.post<{
      code: string;
      fields: { field: string; code: string; message: string }[];
    }>('/sign-on-providers', input(changes));
    expect(await stored()).toEqual([]);
    return { status, ...body.fields[0] };
  };
  const refusedAs = (code: string) => ({ status: 400, field: 'issuer', code });

  test('is found by the address of its discovery document too', async () => {
    const issuer = `${company.issuer}/.well-known/openid-configuration`;
    const { status, body } = await owner.api.post('/sign-on-providers', input({ issuer }));
    expect({ status, issuer: body.issuer }).toEqual({ status: 201, issuer: company.issuer });
    await owner.api.remove(`/sign-on-providers/${String(body.providerId)}`);
  });

  test.each([
    'http://127.0.0.1:1/realm',
    'https://127.0.0.1/realm',
    'https://localhost/realm',
    'https://169.254.169.254/latest',
    'https://[::ffff:127.0.0.1]/',
    'https://2130706433/',
    'http://example.com/',
  ])('at %s is not called', async (issuer) => {
    expect(await refusal({ issuer })).toMatchObject(refusedAs('issuer_unreachable'));
  });

  test('at a private address that is not listed is not called, however the address is written', async () => {
    for (const issuer of [insideUrl(), insideUrl().replace('127.0.0.1', '127.1')]) {
      expect(await refusal({ issuer })).toMatchObject(refusedAs('issuer_unreachable'));
    }
    expect(reachedInside).toBe(0);
  });

  test('with a user name in its address is none', async () => {
    expect(await refusal({ issuer: 'https://user:word@example.com/' })).toMatchObject(
      refusedAs('not_an_issuer'),
    );
  });

  test.each(['?realm=a', '#a', '/.well-known/x'])('with %s behind its address is none', async (suffix) => {
    expect(await refusal({ issuer: `${company.issuer}${suffix}` })).toMatchObject(refusedAs('not_an_issuer'));
  });

  test('that names itself differently is refused, with the name to use', async () => {
    company.misbehave.document = (usual) => ({ ...usual, issuer: 'https://login.example/tenant' });
    const refused = await refusal({});
    expect(refused).toMatchObject(refusedAs('issuer_mismatch'));
    expect(refused.message).toContain('https://login.example/tenant');
  });

  const documents: Record<string, [Misbehaviour['document'], string]> = {
    'stands for many tenants': [
      (usual) => ({ ...usual, issuer: `${company.issuer}/{tenantid}` }),
      'issuer_mismatch',
    ],
    'has no name': [without('issuer'), 'not_an_issuer'],
    'has no name that is an address': [(usual) => ({ ...usual, issuer: 'surat' }), 'not_an_issuer'],
    'has no token endpoint': [without('token_endpoint'), 'not_an_issuer'],
    'has no keys': [without('jwks_uri'), 'not_an_issuer'],
    'sends people to a script': [
      (usual) => ({ ...usual, authorization_endpoint: 'javascript:alert(1)' }),
      'not_an_issuer',
    ],
    'keeps its keys in a file': [(usual) => ({ ...usual, jwks_uri: 'file:///etc/passwd' }), 'not_an_issuer'],
    'signs with a shared secret or not at all': [
      (usual) => ({ ...usual, id_token_signing_alg_values_supported: ['HS256', 'none'] }),
      'issuer_unusable',
    ],
    'takes no client secret': [
      (usual) => ({ ...usual, token_endpoint_auth_methods_supported: ['private_key_jwt'] }),
      'issuer_unusable',
    ],
  };

  test.each(Object.entries(documents))('that %s is refused', async (_name, [document, code]) => {
    company.misbehave.document = document;
    expect(await refusal({})).toMatchObject(refusedAs(code));
  });

  const answers: Record<string, [number, Record<string, string>, string, string]> = {
    'is not there': [404, {}, '{}', 'not_an_issuer'],
    'is broken': [500, {}, '{}', 'not_an_issuer'],
    'is a page': [200, { 'content-type': 'text/html' }, '<html>', 'not_an_issuer'],
    'is no JSON': [200, {}, '{"issuer":', 'not_an_issuer'],
    'is a list': [200, {}, '[]', 'not_an_issuer'],
    'is null': [200, {}, 'null', 'not_an_issuer'],
    'is somewhere else': [302, { location: '/elsewhere' }, '', 'not_an_issuer'],
    'has no end': [200, {}, `{"issuer":"${'a'.repeat(6_000_000)}"}`, 'issuer_unreachable'],
  };

  test.each(Object.entries(answers))(
    'whose document %s is refused',
    async (_name, [status, headers, body, code]) => {
      company.misbehave.intercept = (_request, response) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
        return true;
      };
      expect(await refusal({})).toMatchObject(refusedAs(code));
      expect(company.asked).toHaveLength(1);
    },
  );

  test('whose document leads to the inside of our network is not followed there', async () => {
    company.misbehave.intercept = (_request, response) => {
      response.writeHead(302, { location: insideUrl() }).end();
      return true;
    };
    expect(await refusal({})).toMatchObject(refusedAs('not_an_issuer'));
    expect(reachedInside).toBe(0);
  });

  test('that answers slowly is given up, and only a few are waited for at once', async () => {
    company.misbehave.intercept = () => true;
    const began = performance.now();
    const attempts = await Promise.all(
      Array.from({ length: 5 }, () => owner.api.post('/sign-on-providers', input())),
    );
    expect(performance.now() - began).toBeLessThan(9_000);
    expect(attempts.map(({ status }) => `${status}`).sort()).toEqual(['400', '400', '400', '429', '429']);
    expect(await stored()).toEqual([]);
  });
});

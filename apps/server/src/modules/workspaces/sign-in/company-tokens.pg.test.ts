import { createHmac, createSign } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  encoded,
  newKeys,
  openStandIn,
  publicJwk,
  signWith,
  without,
  type Misbehaviour,
  type StandIn,
} from '../../../../test/company/identity-provider.ts';
import { begin, comeBack, connect, type Landing } from '../../../../test/company/visit.ts';
import { buildMember, buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';

let company: StandIn;
let other: StandIn;
let app: TestApp;
let member: Signed;
let before: unknown;

beforeAll(async () => {
  company = await openStandIn(() => app.clock.now());
  other = await openStandIn(() => app.clock.now());
  app = await startTestApp({
    TRIKON_ALLOW_PRIVATE: `${company.hostAndPort},${other.hostAndPort}`,
    TRIKON_RATE_LIMIT: 'off',
  });
  const owner = await buildWorkspace(app);
  await connect(owner, company, ['example.in']);
  await connect(await buildWorkspace(app, 'Pune Clinic'), other, ['pune.example']);
  member = await buildMember(app, owner.workspaceId, 'agent');
});
afterAll(async () => {
  await app.stop();
  await company[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});

beforeEach(async () => {
  before = await whoIsIn();
});
afterEach(async () => {
  company.misbehave = {};
  // Past what is remembered of the company's discovery document.
  app.clock.advance(301_000);
  expect(await whoIsIn()).toEqual(before);
});

const whoIsIn = () =>
  app.database.asOwner(
    `select (select count(*) from identity.sessions) as sessions, (select count(*) from identity.accounts) as accounts,
       (select count(*) from identity.users) as people, (select count(*) from members) as members,
       (select count(*) from events where type = 'member.sign_in') as told`,
  );

async function visit(misbehave: Misbehaviour, person: object = {}): Promise<Landing> {
  company.misbehave = misbehave;
  const begun = await begin(app, member.email);
  const vouched = { sub: 'arjun', email: member.email, email_verified: true, ...person };
  return comeBack(app, begun, company.agree(begun.url, vouched));
}

function expectRefused(landing: Landing, problem: string): void {
  expect(landing).toMatchObject({ status: 303, location: `/sign-in?problem=${problem}`, session: undefined });
}

const seconds = (): number => Math.floor(app.clock.now().getTime() / 1_000);
const pem = (): string => company.keys.public.export({ type: 'spki', format: 'pem' }) as string;
const hmac =
  (key: () => string) =>
  (text: string): string =>
    createHmac('sha256', key()).update(text).digest('base64url');
const thief = newKeys('first');
const weak = newKeys('weak', 1_024);

const badClaims: Record<string, (usual: Record<string, unknown>) => Record<string, unknown>> = {
  'of another issuer': (usual) => ({ ...usual, iss: 'https://accounts.google.com' }),
  'of the issuer with a slash behind': (usual) => ({ ...usual, iss: `${company.issuer}/` }),
  'of the company of another organisation': (usual) => ({ ...usual, iss: other.issuer }),
  'without an issuer': without('iss'),
  'with a list of issuers': (usual) => ({ ...usual, iss: [company.issuer] }),
  'for another client': (usual) => ({ ...usual, aud: 'somebody else' }),
  'for nobody': without('aud'),
  'for a list of other clients': (usual) => ({ ...usual, aud: ['a', 'b'] }),
  'for an empty list of clients': (usual) => ({ ...usual, aud: [] }),
  'for us and others, without saying who asked': (usual) => ({ ...usual, aud: ['trikon & co', 'b'] }),
  'for us and others, asked for by another': (usual) => ({
    ...usual,
    aud: ['trikon & co', 'b'],
    azp: 'b',
  }),
  'for us alone, asked for by another': (usual) => ({ ...usual, azp: 'b' }),
  'for us alone, asked for by a list': (usual) => ({ ...usual, azp: ['trikon & co'] }),
  'with the nonce of another sign-in': (usual) => ({ ...usual, nonce: 'x'.repeat(43) }),
  'without a nonce': without('nonce'),
  'with a nonce in a list': (usual) => ({ ...usual, nonce: [usual.nonce] }),
  expired: (usual) => ({ ...usual, exp: seconds() - 60 }),
  'that never expires': without('exp'),
  'with an expiry that is text': (usual) => ({ ...usual, exp: String(seconds() + 300) }),
  'not valid yet': (usual) => ({ ...usual, nbf: seconds() + 120 }),
  'issued in the future': (usual) => ({ ...usual, iat: seconds() + 120 }),
  'issued long ago': (usual) => ({ ...usual, iat: seconds() - 3_600 }),
  'issued at no time': without('iat'),
  'about nobody': without('sub'),
  'about an empty name': (usual) => ({ ...usual, sub: '' }),
  'about a name with a NUL': (usual) => ({ ...usual, sub: 'arjun\u0000' }),
  'about a name that is too long': (usual) => ({ ...usual, sub: 'a'.repeat(256) }),
  'about a number': (usual) => ({ ...usual, sub: 7 }),
  'with an address that is none': (usual) => ({ ...usual, email: 'arjun' }),
  'with two addresses': (usual) => ({ ...usual, email: [usual.email] }),
  'with an address with two signs': (usual) => ({ ...usual, email: `a@evil.example@example.in` }),
};

test.each(Object.entries(badClaims))('a token %s opens nothing', async (_name, claims) => {
  expectRefused(await visit({ claims }), 'company_failed');
});

const badAddresses: [string, object, string][] = [
  ['is not verified', { email_verified: false }, 'company_email_unverified'],
  ['is verified in words', { email_verified: 'true' }, 'company_email_unverified'],
  ['nobody vouches for', { email_verified: undefined }, 'company_email_unverified'],
  ['is not there', { email: undefined }, 'company_email_unverified'],
  [
    'vouched for by another claim than known',
    { email_verified: undefined, xms_edov: 'no' },
    'company_email_unverified',
  ],
  ['is of another company', { email: 'asha@pune.example' }, 'company_email_domain'],
  ['is of a domain below', { email: 'arjun@mail.example.in' }, 'company_email_domain'],
  ['is of a domain above', { email: 'arjun@in.in' }, 'company_email_domain'],
  ['ends alike', { email: 'arjun@notexample.in' }, 'company_email_domain'],
];

test.each(badAddresses)('an address that %s opens nothing', async (_name, person, problem) => {
  expectRefused(await visit({}, person), problem);
});

const badSignatures: Record<string, () => Misbehaviour> = {
  'no signature (none)': () => ({ header: () => ({ alg: 'none' }), sign: () => '' }),
  'no signature (nOnE)': () => ({ header: () => ({ alg: 'nOnE' }), sign: () => '' }),
  'no algorithm at all': () => ({ header: without('alg') }),
  'the public key as a shared secret': () => ({
    header: (usual) => ({ ...usual, alg: 'HS256' }),
    sign: hmac(pem),
  }),
  'the public key as a shared secret under a header that says RS256': () => ({ sign: hmac(pem) }),
  'our client secret as a shared secret': () => ({
    header: (usual) => ({ ...usual, alg: 'HS256' }),
    sign: hmac(() => company.clientSecret),
  }),
  'the key of a thief': () => ({ sign: signWith(thief.private) }),
  'the key of another company': () => ({ sign: signWith(other.keys.private) }),
  'another hash than the header says': () => ({
    sign: (text) => createSign('RSA-SHA1').update(text).sign(company.keys.private, 'base64url'),
  }),
  'an algorithm that is not the key’s': () => ({ header: (usual) => ({ ...usual, alg: 'ES256' }) }),
  'an algorithm that the company does not announce': () => ({
    header: (usual) => ({ ...usual, alg: 'RS512' }),
    sign: (text) => createSign('RSA-SHA512').update(text).sign(company.keys.private, 'base64url'),
  }),
  'half a signature': () => ({ sign: (text) => signWith(company.keys.private)(text).slice(0, 100) }),
  'an empty signature': () => ({ sign: () => '' }),
  'a key that the company does not have': () => ({ header: (usual) => ({ ...usual, kid: 'stolen' }) }),
  'a key by a path': () => ({
    header: (usual) => ({ ...usual, kid: '../../../../../dev/null' }),
    sign: hmac(() => ''),
  }),
  'a key by an address': () => ({
    header: (usual) => ({ ...usual, kid: `${other.issuer}/jwks`, jku: `${other.issuer}/jwks` }),
    sign: signWith(other.keys.private),
  }),
  'a key that it brings along': () => ({
    header: ({ alg }) => ({ alg, jwk: publicJwk(thief) }),
    sign: signWith(thief.private),
  }),
  'a certificate by an address': () => ({
    header: (usual) => ({ ...usual, x5u: `${other.issuer}/jwks` }),
    sign: signWith(other.keys.private),
  }),
  'an extension that we do not know': () => ({
    header: (usual) => ({ ...usual, crit: ['exp'], exp: 1 }),
  }),
  'a key that is too short': () => ({
    jwks: () => ({ keys: [publicJwk(weak)] }),
    header: (usual) => ({ ...usual, kid: 'weak' }),
    sign: signWith(weak.private),
  }),
  'a key for encryption': () => ({
    jwks: () => ({ keys: [{ ...publicJwk(company.keys), use: 'enc' }] }),
  }),
  'one of two keys of the same name': () => ({
    jwks: () => ({ keys: [publicJwk(thief), publicJwk(company.keys)] }),
  }),
  'a shared key that the company publishes': () => ({
    jwks: () => ({ keys: [{ kty: 'oct', kid: 'first', k: Buffer.from('secret').toString('base64url') }] }),
    header: (usual) => ({ ...usual, alg: 'HS256' }),
    sign: hmac(() => 'secret'),
  }),
  'a key from an empty list': () => ({ jwks: () => ({ keys: [] }) }),
  'a key from no list': () => ({ jwks: () => ({}) }),
};

test.each(Object.entries(badSignatures))('a token with %s opens nothing', async (_name, misbehave) => {
  other.asked.length = 0;
  expectRefused(await visit(misbehave()), 'company_failed');
  // Nothing that a token names is fetched.
  expect(other.asked).toEqual([]);
});

const badForms: Record<string, (usual: string) => unknown> = {
  'changed after it was signed': (usual) => {
    const [header, payload, signature] = usual.split('.');
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as object;
    return `${header}.${encoded({ ...claims, sub: 'meera' })}.${signature}`;
  },
  'of two parts': (usual) => usual.split('.').slice(0, 2).join('.'),
  'of five parts': (usual) => `${usual}.a.b`,
  'that is encrypted': () => `${encoded({ alg: 'dir', enc: 'A256GCM' })}.a.b.c.d`,
  'with a header that is no JSON': (usual) => `AAAA${usual}`,
  'with a list for a payload': (usual) => {
    const text = `${usual.split('.')[0]}.${encoded([])}`;
    return `${text}.${signWith(company.keys.private)(text)}`;
  },
  'that is no token': () => 'token',
  'that is empty': () => '',
  'that is not there': () => undefined,
  'that is null': () => null,
  'that is an object': () => ({ sub: 'arjun' }),
};

test.each(Object.entries(badForms))('a token %s opens nothing', async (_name, token) => {
  expectRefused(await visit({ token }), 'company_failed');
});

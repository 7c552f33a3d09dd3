import { expect, test } from 'vitest';
import { movableClock } from '../../../platform/clock/index.ts';
import type { Outbound, OutboundOptions } from '../../../platform/outbound/index.ts';
import { openIssuers } from './company-issuer.ts';

/** Issuers on an internet that has one document, which is given at every address. */
function issuersWith(document: object, allowPrivate: string[] = []) {
  const calls: { url: string; mayReach: readonly string[] }[] = [];
  const createClient = (options: OutboundOptions = {}): Outbound => ({
    request: () => Promise.reject(new Error('not asked for here')),
    fetch: (url) => {
      calls.push({ url: new Request(url).url, mayReach: options.allowPrivate ?? [] });
      return Promise.resolve(Response.json(document));
    },
    close: () => Promise.resolve(),
  });
  return { calls, issuers: openIssuers({ clock: movableClock(), allowPrivate, createClient }) };
}

const documentOf = (issuer: string, endpoints = issuer) => ({
  issuer,
  authorization_endpoint: `${endpoints}/authorize`,
  token_endpoint: `${endpoints}/token`,
  jwks_uri: `${endpoints}/keys`,
});

test('an issuer may leave out what the specification has a standard for', async () => {
  const { issuers } = issuersWith(documentOf('https://login.example'));
  expect(await issuers.discover('https://login.example/')).toMatchObject({
    issuer: 'https://login.example',
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    id_token_signing_alg_values_supported: ['RS256'],
  });
});

test.each([
  ['https://login.microsoftonline.com/common/v2.0', 'https://login.microsoftonline.com/{tenantid}/v2.0'],
  ['https://login.microsoftonline.com/organizations/v2.0', 'https://login.microsoftonline.com/another/v2.0'],
  ['https://surat.b2clogin.com/surat/v2.0', 'https://login.microsoftonline.com/another/v2.0'],
])('%s is not taken for %s, which speaks for companies that nobody chose', async (given, named) => {
  const { issuers } = issuersWith(documentOf(named));
  await expect(issuers.discover(given)).rejects.toMatchObject({ code: 'issuer_mismatch' });
});

test('an issuer with https leads to nothing without', async () => {
  const { issuers } = issuersWith(documentOf('https://login.example', 'http://login.example'));
  await expect(issuers.discover('https://login.example')).rejects.toMatchObject({ code: 'issuer_unusable' });
});

test('only an issuer that the operator listed may lead to listed addresses', async () => {
  const listed = ['office:8080', '[fd00::5]:443'];
  const mayReach = async (issuer: string): Promise<unknown> => {
    const { calls, issuers } = issuersWith(documentOf(issuer), listed);
    await issuers.discover(issuer);
    const client = await issuers.clientOf({ issuer, clientId: 'a', clientSecret: 'b' });
    expect(client.serverMetadata().issuer).toBe(issuer);
    expect(calls).toHaveLength(2);
    expect(calls[0]).toEqual(calls[1]);
    return calls[0]?.mayReach;
  };
  expect(await mayReach('http://office:8080/realm')).toEqual(listed);
  expect(await mayReach('https://[fd00::5]/realm')).toEqual(listed);
  for (const issuer of ['https://login.example', 'https://office:8443/realm', 'https://office/realm']) {
    expect(await mayReach(issuer)).toEqual([]);
  }
});

test('what an issuer said is remembered for a while, and a failure not at all', async () => {
  const { calls, issuers } = issuersWith(documentOf('https://login.example'));
  const client = { issuer: 'https://login.example', clientId: 'a', clientSecret: 'b' };
  await Promise.all([issuers.clientOf(client), issuers.clientOf(client)]);
  expect(calls).toHaveLength(1);
  const broken = issuersWith({});
  await expect(broken.issuers.clientOf(client)).rejects.toMatchObject({ code: 'not_an_issuer' });
  await expect(broken.issuers.clientOf(client)).rejects.toMatchObject({ code: 'not_an_issuer' });
  expect(broken.calls).toHaveLength(2);
});

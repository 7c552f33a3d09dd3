import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../src/platform/clock/index.ts';

type Fields = Record<string, unknown>;

/** A company's identity provider, for tests: honest until a test tells it what to do otherwise. */
export interface StandIn extends AsyncDisposable {
  issuer: string;
  /** As the operator lists it. */
  hostAndPort: string;
  clientSecret: string;
  keys: { kid: string; public: KeyObject; private: KeyObject };
  /** What was asked of it: method and path. */
  asked: string[];
  misbehave: Misbehaviour;
  /** The person agrees: what the browser is sent back to our address with. */
  agree(authorizationUrl: string, person: Fields): URLSearchParams;
}

export interface Misbehaviour {
  document?: (usual: Fields) => Fields;
  jwks?: (usual: Fields) => Fields;
  claims?: (usual: Fields) => Fields;
  header?: (usual: Fields) => Fields;
  /** Gets header and payload as they are signed; returns the signature. */
  sign?: (text: string) => string;
  token?: (usual: string) => unknown;
  /** Answers by itself and returns true, or leaves the request to the usual way. */
  intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
  parameters?: (usual: URLSearchParams) => void;
}

interface Grant {
  person: Fields;
  asked: URLSearchParams;
}

/** The same fields but one. */
export const without =
  (name: string) =>
  (usual: Fields): Fields =>
    Object.fromEntries(Object.entries(usual).filter(([each]) => each !== name));

export const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function signWith(key: KeyObject): (text: string) => string {
  return (text) => createSign('RSA-SHA256').update(text).sign(key, 'base64url');
}

export function newKeys(kid: string, modulusLength = 2_048): StandIn['keys'] {
  const pair = generateKeyPairSync('rsa', { modulusLength });
  return { kid, public: pair.publicKey, private: pair.privateKey };
}

export const publicJwk = ({ kid, public: key }: StandIn['keys']): Fields => ({
  ...key.export({ format: 'jwk' }),
  kid,
  use: 'sig',
  alg: 'RS256',
});

export async function openStandIn(now: Clock['now'], clientId = 'trikon & co'): Promise<StandIn> {
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => {
    standIn.asked.push(`${request.method} ${request.url}`);
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}/realms/surat`;

  const standIn: StandIn = {
    issuer,
    hostAndPort: `127.0.0.1:${port}`,
    clientSecret: `a+secret/with=signs ${randomBytes(6).toString('hex')}`,
    keys: newKeys('first'),
    asked: [],
    misbehave: {},
    agree: (authorizationUrl, person) => {
      const asked = new URL(authorizationUrl).searchParams;
      const code = randomBytes(12).toString('base64url');
      grants.set(code, { person, asked });
      const back = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer });
      standIn.misbehave.parameters?.(back);
      return back;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { misbehave } = standIn;
    if (misbehave.intercept?.(request, response)) return;
    const path = (request.url ?? '').replace('/realms/surat', '');
    if (path === '/.well-known/openid-configuration') return send(response, 200, documentNow());
    if (path === '/jwks') {
      const usual = { keys: [publicJwk(standIn.keys)] };
      return send(response, 200, misbehave.jwks?.(usual) ?? usual);
    }
    if (path === '/token') return answerToken(request, response);
    send(response, 404, {});
  }

  function documentNow(): Fields {
    const usual = {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256', 'ES256', 'HS256', 'none'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      authorization_response_iss_parameter_supported: true,
    };
    return standIn.misbehave.document?.(usual) ?? usual;
  }

  // Codes can be traded again and again: that an answer counts once is for us to see to.
  async function answerToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await textOf(request));
    const grant = grants.get(form.get('code') ?? '');
    if (!isClient(request, form)) return send(response, 401, { error: 'invalid_client' });
    if (grant === undefined || !fits(form, grant.asked))
      return send(response, 400, { error: 'invalid_grant' });
    const usual = idToken(grant);
    const token = standIn.misbehave.token ? standIn.misbehave.token(usual) : usual;
    send(response, 200, { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: token });
  }

  function isClient(request: IncomingMessage, form: URLSearchParams): boolean {
    const given = request.headers.authorization?.replace('Basic ', '');
    if (given === undefined) {
      return form.get('client_id') === clientId && form.get('client_secret') === standIn.clientSecret;
    }
    const [id, secret] = Buffer.from(given, 'base64').toString().split(':').map(formDecoded);
    return id === clientId && secret === standIn.clientSecret;
  }

  function idToken({ person, asked }: Grant): string {
    const { misbehave, keys } = standIn;
    const seconds = Math.floor(now().getTime() / 1_000);
    const usual = {
      iss: issuer,
      aud: clientId,
      iat: seconds,
      exp: seconds + 300,
      nonce: asked.get('nonce'),
      ...person,
    };
    const header = { alg: 'RS256', typ: 'JWT', kid: keys.kid };
    const text = `${encoded(misbehave.header?.(header) ?? header)}.${encoded(misbehave.claims?.(usual) ?? usual)}`;
    return `${text}.${(misbehave.sign ?? signWith(keys.private))(text)}`;
  }

  return standIn;
}

function fits(form: URLSearchParams, asked: URLSearchParams): boolean {
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  return (
    challenge === asked.get('code_challenge') &&
    form.get('redirect_uri') === asked.get('redirect_uri') &&
    form.get('grant_type') === 'authorization_code'
  );
}

const formDecoded = (text: string): string => new URLSearchParams(`v=${text}`).get('v') ?? '';

async function textOf(request: IncomingMessage): Promise<string> {
  return Buffer.concat((await request.toArray()) as Buffer[]).toString();
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

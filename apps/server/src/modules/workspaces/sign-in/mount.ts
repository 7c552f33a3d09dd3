import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asRefusal as asDatabaseRefusal, type Database } from '../../../platform/db/index.ts';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import { refuseForeignOrigin } from '../../../platform/http/index.ts';
import { isUuid } from '../../../platform/ids/index.ts';
import type { Auth } from './auth.ts';
import { recordSignIn } from './record-sign-in.ts';
import { findWhoIsAsked } from './second-step.ts';

/** What of the sign-in library is served; everything else of it stays closed. */
const served = {
  POST: [
    '/sign-in/email',
    '/sign-out',
    '/change-password',
    '/request-password-reset',
    '/reset-password',
    '/two-factor/enable',
    '/two-factor/disable',
    '/two-factor/verify-totp',
    '/two-factor/verify-backup-code',
    '/two-factor/generate-backup-codes',
    '/passkey/verify-registration',
    '/passkey/verify-authentication',
    '/passkey/delete-passkey',
    '/passkey/update-passkey',
  ],
  GET: [
    '/passkey/generate-register-options',
    '/passkey/generate-authenticate-options',
    '/passkey/list-user-passkeys',
  ],
} as const;

export interface SignInOptions {
  auth: Auth;
  db: Database;
  publicUrl: string;
  /** Password links can be mailed; without a mail server asking for one is refused with a reason. */
  canMail: boolean;
  forget: () => void;
}

export function mountSignIn(server: FastifyInstance, options: SignInOptions): void {
  for (const [method, paths] of Object.entries(served)) {
    for (const path of paths) {
      server.route({
        method,
        url: `/api/auth${path}`,
        handler: async (request, reply) => answer(path, request, reply, options),
      });
    }
  }
}

async function answer(
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
  options: SignInOptions,
): Promise<FastifyReply> {
  refuseForeignOrigin(request, options.publicUrl);
  if (path === '/request-password-reset' && !options.canMail) {
    throw new Refusal(
      'conflict',
      'No mail server is set up here. Ask whoever runs this installation for a password link.',
    );
  }
  refuseImpossibleId(request.body);
  const askedUserId = await findWhoIsAsked(options.auth, options.db, path, request);
  const response = await askLibrary(request, options);
  const text = await response.text();
  await recordSignIn(options.db, {
    path,
    request,
    askedUserId,
    status: response.status,
    answer: parse(text),
  });
  // A session may have begun, ended or changed: nobody remembers the old state.
  if (request.method === 'POST') options.forget();
  for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  if (response.status >= 400) throw asRefusal(response, parse(text));
  return reply.code(response.status).send(withoutToken(parse(text)));
}

async function askLibrary(request: FastifyRequest, { auth, publicUrl }: SignInOptions): Promise<Response> {
  try {
    return await auth.handler(asWebRequest(request, publicUrl));
  } catch (error) {
    throw asDatabaseRefusal(error);
  }
}

/** The library would hand it to the database as it is, which fails over what cannot be an id of ours. */
function refuseImpossibleId(body: unknown): void {
  const { id } = (body ?? {}) as { id?: unknown };
  if (typeof id === 'string' && !isUuid(id)) throw invalidField('id', 'invalid_format', 'This is not an id.');
}

function asWebRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent', 'accept-language']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  headers.set('origin', new URL(publicUrl).origin);
  headers.set('x-trikon-client-ip', request.ip);
  const hasBody = request.method === 'POST';
  if (hasBody) headers.set('content-type', 'application/json');
  return new Request(new URL(request.url, publicUrl), {
    method: request.method,
    headers,
    ...(hasBody && { body: JSON.stringify(request.body ?? {}) }),
  });
}

/** The library's answers repeat the session's token, which belongs in the cookie that scripts cannot read. */
function withoutToken(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer ?? {};
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([name]) => name !== 'token')
      .map(([name, value]) => [name, name === 'session' ? withoutToken(value) : value]),
  );
}

interface LibraryProblem {
  code?: string;
  message?: string;
}

/** The library's error codes become ours, so that every error of the API looks the same. */
function asRefusal(response: Response, problem: unknown): Refusal {
  const { code = '', message = 'The request was refused.' } = (problem ?? {}) as LibraryProblem;
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  if (response.status === 429) {
    const wait = Number(response.headers.get('x-retry-after') ?? 60);
    return new Refusal('rate_limited', `Too many tries. Wait ${wait} seconds.`, { retryAfterSeconds: wait });
  }
  if (code === 'INVALID_EMAIL_OR_PASSWORD')
    return new Refusal('not_signed_in', 'The e-mail or the password is wrong.');
  if (response.status === 401) return new Refusal('not_signed_in', sentence);
  if (response.status === 403) return new Refusal('forbidden', sentence);
  if (response.status === 404) return new Refusal('not_found', sentence);
  // The library calls this its own failure; it is a passkey that was made for another site or another question.
  if (code === 'FAILED_TO_VERIFY_REGISTRATION')
    return new Refusal(
      'invalid_input',
      'The passkey was not made for this site just now. Try adding it again.',
    );
  if (response.status >= 500)
    return new Refusal('unavailable', 'Signing in is not possible right now. Try again in a few seconds.', {
      retryAfterSeconds: 2,
    });
  return new Refusal('invalid_input', sentence, {
    fields: [{ field: '', code: code.toLowerCase() || 'invalid', message: sentence }],
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

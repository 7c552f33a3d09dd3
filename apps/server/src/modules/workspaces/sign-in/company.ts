import type { FastifyInstance } from 'fastify';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import { refuseForeignOrigin } from '../../../platform/http/index.ts';
import {
  answerCallback,
  cookieSettings,
  domainOf,
  perMinute,
  type CompanyParts,
  type CompanySignInOptions,
} from './company-callback.ts';
import { flowCookie, flowSeconds, pathWithin, type Flow } from './company-flow.ts';
import { IssuerProblem } from './company-metadata.ts';
import { callbackUrl, createProviders } from './company-provider.ts';

const startSchema = z.strictObject({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  to: z.string().max(500).optional(),
});

/** Signing in at one's company: there by an address's domain, and back with an answer that is checked. */
export function mountCompanySignIn(server: FastifyInstance, given: CompanySignInOptions): void {
  const options = { ...given, providers: createProviders(given) };
  server.post('/api/auth/company/start', async (request, reply) => {
    refuseForeignOrigin(request, options.publicUrl);
    options.rateLimit.take(`company start ${request.ip}`, perMinute);
    const { url, flow } = await start(readStart(request.body, options.publicUrl), options);
    return reply
      .header('set-cookie', flowCookie(flow, cookieSettings(options)))
      .header('cache-control', 'no-store')
      .send({ url });
  });
  // A HEAD would use up the answer without anybody getting the session.
  server.get('/api/auth/company/callback/:organisationId', { exposeHeadRoute: false }, (request, reply) =>
    answerCallback(request, reply, options),
  );
}

function readStart(body: unknown, publicUrl: string): { domain: string; to: string } {
  const parsed = startSchema.safeParse(body ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalidField(issue?.path.join('.') ?? '', issue?.code ?? 'invalid', issue?.message ?? '');
  }
  const { email, to = '/' } = parsed.data;
  const path = pathWithin(to, publicUrl);
  if (path === null) throw invalidField('to', 'not_here', 'This has to be a path inside the web app.');
  return { domain: domainOf(email), to: path };
}

/** Looks at the domain alone: whether the person exists changes neither the answer nor how long it takes. */
async function start(
  { domain, to }: { domain: string; to: string },
  { providers, publicUrl, clock }: CompanyParts,
): Promise<{ url: string; flow: Flow }> {
  const provider = await providers.ofDomain(domain);
  if (provider === undefined) throw new Refusal('not_found', 'No company sign-on serves this address.');
  const client = await providers.clientOf(provider).catch((error: unknown) => {
    if (!(error instanceof IssuerProblem)) throw error;
    throw new Refusal('unavailable', "The company's sign-on does not answer. Try again in a minute.", {
      retryAfterSeconds: 60,
      cause: error,
    });
  });
  const { providerId, organisationId } = provider;
  const flow: Flow = {
    providerId,
    organisationId,
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    to,
    expiresAt: clock.now().getTime() + flowSeconds * 1_000,
  };
  const url = oidc.buildAuthorizationUrl(client, {
    redirect_uri: callbackUrl(publicUrl, organisationId),
    scope: 'openid email profile',
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, flow };
}

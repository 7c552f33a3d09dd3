import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { RateLimit } from '../../../platform/http/index.ts';
import { endedFlowCookie, isSame, readFlow, type Flow } from './company-flow.ts';
import type { Issuers } from './company-issuer.ts';
import { causesOf, IssuerProblem } from './company-metadata.ts';
import { findCompanyPerson } from './company-person.ts';
import { CompanyProblem } from './company-problem.ts';
import {
  callbackUrl,
  type CompanyProvider,
  type OrganisationSecrets,
  type Providers,
} from './company-provider.ts';
import { sessionCookie, startSession, useOnce } from './company-session.ts';
import { tradeCode } from './company-token.ts';
import { deviceName } from './device-name.ts';
import { recordAttempt } from './record-sign-in.ts';

export interface CompanySignInOptions {
  db: Database;
  issuers: Issuers;
  secrets: OrganisationSecrets;
  clock: Clock;
  publicUrl: string;
  /** Signs the session's cookie and, with a key of its own, the one that holds a flow. */
  secret: string;
  rateLimit: RateLimit;
  forget: () => void;
  /** Tells whoever runs the program why a company's answer was not accepted; never what it said about a person. */
  note: (failure: CompanyFailure) => void;
}

interface CompanyFailure {
  providerId: string;
  problem: string;
  reasons: string[];
}

/** The options with what is made of them. */
export type CompanyParts = CompanySignInOptions & { providers: Providers };

export const perMinute = 120;

export const cookieSettings = ({ publicUrl, secret }: CompanySignInOptions) => ({
  secure: publicUrl.startsWith('https:'),
  secret,
});

export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

/** Back from the company: every check, then a session and the way on, or a word for the sign-in page. */
export async function answerCallback(
  request: FastifyRequest,
  reply: FastifyReply,
  options: CompanyParts,
): Promise<FastifyReply> {
  options.rateLimit.take(`company callback ${request.ip}`, perMinute);
  void reply
    .header('set-cookie', endedFlowCookie(cookieSettings(options)))
    .header('cache-control', 'no-store');
  const flow = readFlow(request.headers.cookie, cookieSettings(options), options.clock.now());
  try {
    if (flow === null) throw new CompanyProblem('company_expired');
    const token = await finish(request, flow, options);
    void reply.header('set-cookie', sessionCookie(token, cookieSettings(options)));
    return reply.redirect(flow.to, 303);
  } catch (error) {
    if (!(error instanceof CompanyProblem)) throw error;
    options.note({
      providerId: flow?.providerId ?? '',
      problem: error.word,
      reasons: reasonsOf(error),
    });
    return reply.redirect(`/sign-in?problem=${error.word}`, 303);
  }
}

async function finish(request: FastifyRequest, flow: Flow, options: CompanyParts): Promise<string> {
  const { db, clock, providers, publicUrl } = options;
  const { organisationId } = request.params as { organisationId: string };
  const answered = new URL(callbackUrl(publicUrl, organisationId));
  answered.search = new URL(request.url, publicUrl).search;
  // The address that was answered to is the organisation's own: an answer that another company lured a browser into
  // fetching does not arrive at the address of the flow that it would be taken for (RFC 9700, 4.4).
  if (organisationId !== flow.organisationId) throw new CompanyProblem('company_expired');
  if (!isSame(answered.searchParams.get('state') ?? '', flow.state))
    throw new CompanyProblem('company_expired');
  const first = await db.acrossWorkspaces('sign-in', (tx) =>
    useOnce(tx, flow.state, new Date(flow.expiresAt)),
  );
  if (!first) throw new CompanyProblem('company_expired');
  const provider = await providers.byId(flow);
  if (provider === undefined) throw new CompanyProblem('company_gone');
  const client = await providers.clientOf(provider).catch((error: unknown) => {
    throw error instanceof IssuerProblem
      ? new CompanyProblem('company_unreachable', { cause: error })
      : error;
  });
  const identity = await tradeCode({ client, answered, flow, now: clock.now() });
  if (!provider.emailDomains.includes(domainOf(identity.email))) {
    throw new CompanyProblem('company_email_domain');
  }
  return signInAs(identity, provider, request, options);
}

async function signInAs(
  identity: Awaited<ReturnType<typeof tradeCode>>,
  provider: CompanyProvider,
  request: FastifyRequest,
  { db, forget }: CompanyParts,
): Promise<string> {
  const { ip: ipAddress, headers } = request;
  const userAgent = headers['user-agent'];
  const { userId, token } = await db.acrossWorkspaces('sign-in', async (tx) => {
    const userId = await findCompanyPerson(tx, provider, identity);
    return { userId, token: await startSession(tx, userId, { ipAddress, userAgent }) };
  });
  await recordAttempt(db, {
    person: { userId },
    outcome: 'succeeded',
    method: 'company',
    ipAddress,
    device: deviceName(userAgent),
  });
  forget();
  return token;
}

/** Of coded errors their fixed sentences, of others the name: a parser's message would quote what the company sent. */
const reasonsOf = ({ why, cause }: CompanyProblem): string[] => [
  ...(why === undefined ? [] : [why]),
  ...causesOf(cause)
    .filter((each) => each instanceof Error)
    .map((each) => ('code' in each && typeof each.code === 'string' ? each.message : each.name)),
];

import * as oidc from 'openid-client';
import { z } from 'zod';
import { isOutboundError } from '../../../platform/outbound/index.ts';
import type { Flow } from './company-flow.ts';
import { causesOf } from './company-metadata.ts';
import { CompanyProblem } from './company-problem.ts';

/** Who the company says it is, with an address that it vouches for. */
export interface CompanyIdentity {
  subject: string;
  email: string;
  name: string;
}

const oldestSeconds = 600;
const aheadSeconds = 60;

const claimsSchema = z.object({
  iat: z.number(),
  // The length that the specification allows, and nothing that could not be stored or would look like another's.
  sub: z.string().regex(/^[\x20-\x7e]{1,255}$/),
  azp: z.string().optional(),
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)).optional(),
  email_verified: z.unknown().optional(),
  // Microsoft has no email_verified; this one says that the company has proven the address's domain.
  // https://learn.microsoft.com/entra/identity-platform/optional-claims-reference
  xms_edov: z.unknown().optional(),
  name: z.string().max(500).optional().catch(undefined),
});

interface Trade {
  client: oidc.Configuration;
  /** The address that the browser was sent back to, with what the company put into it. */
  answered: URL;
  flow: Flow;
  now: Date;
}

/** Trades the code for an ID token and believes it only after every check. */
export async function tradeCode({ client, answered, flow, now }: Trade): Promise<CompanyIdentity> {
  const tokens = await oidc
    .authorizationCodeGrant(client, answered, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
    })
    .catch((error: unknown) => {
      throw asCompanyProblem(error);
    });
  const claims = claimsSchema.safeParse(tokens.claims());
  if (!claims.success) throw refused(`unusable ${claims.error.issues[0]?.path.join('.')}`);
  const { iat, azp, sub, email, email_verified, xms_edov, name } = claims.data;
  const age = now.getTime() / 1_000 - iat;
  if (age > oldestSeconds || age < -aheadSeconds) throw refused('iat is not of now');
  // The library looks at it only when there are several audiences.
  if (azp !== undefined && azp !== client.clientMetadata().client_id) throw refused('azp is another client');
  if (email === undefined || !(email_verified === true || saysYes(xms_edov))) {
    throw new CompanyProblem('company_email_unverified');
  }
  return { subject: sub, email, name: displayName(name, email) };
}

const refused = (why: string): CompanyProblem => new CompanyProblem('company_failed', { why });

const saysYes = (value: unknown): boolean => value === true || value === 1 || value === '1';

/** As our own forms would accept a name: one line without control characters. */
function displayName(given: string | undefined, email: string): string {
  const line = (given ?? '').replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.slice(0, 80).toWellFormed().trim() || email.slice(0, email.indexOf('@'));
}

function asCompanyProblem(error: unknown): CompanyProblem {
  if (error instanceof oidc.AuthorizationResponseError) {
    const word = error.error === 'access_denied' ? 'company_denied' : 'company_failed';
    return new CompanyProblem(word, { cause: error });
  }
  const causes = causesOf(error);
  if (causes.some(isOutboundError)) return new CompanyProblem('company_unreachable', { cause: error });
  return new CompanyProblem('company_failed', { cause: error });
}

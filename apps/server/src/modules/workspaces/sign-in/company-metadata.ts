import * as oidc from 'openid-client';
import { z } from 'zod';
import { isOutboundError, type Outbound } from '../../../platform/outbound/index.ts';

/** What is wrong with an issuer, in a sentence for the owner who connects it. */
export class IssuerProblem extends Error {
  override readonly name = 'IssuerProblem';
  readonly code: 'issuer_unreachable' | 'not_an_issuer' | 'issuer_mismatch' | 'issuer_unusable';

  constructor(code: IssuerProblem['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

// No "none", and nothing that is checked with a shared secret: such a check would take a public key for the secret.
const signatures = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');
const standardSignatures = ['RS256'];
const standardProofs = ['client_secret_basic'];

const metadataSchema = z.object({
  issuer: z.string().max(300),
  authorization_endpoint: z.url({ protocol: /^https?$/ }),
  token_endpoint: z.url({ protocol: /^https?$/ }),
  jwks_uri: z.url({ protocol: /^https?$/ }),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(standardProofs),
  id_token_signing_alg_values_supported: z
    .array(z.string())
    .default(standardSignatures)
    .transform((given) => given.filter((each) => signatures.includes(each))),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
});

export type IssuerMetadata = z.infer<typeof metadataSchema>;

const discoverySuffix = /\/\.well-known\/openid-configuration$/;
/** How long a company may take for one answer. */
export const answerSeconds = 5;

/** The address as people paste it: with or without the suffix under which the document lies. */
export function readIssuer(given: string): URL {
  const issuer = URL.parse(given.replace(discoverySuffix, ''));
  if (
    issuer === null ||
    issuer.search !== '' ||
    issuer.hash !== '' ||
    issuer.href.includes('/.well-known/')
  ) {
    throw new IssuerProblem('not_an_issuer', 'This is not the address of an issuer.');
  }
  return issuer;
}

export async function fetchMetadata(issuer: URL, outbound: Outbound): Promise<IssuerMetadata> {
  const found = await oidc
    .discovery(issuer, 'not known yet', undefined, undefined, {
      [oidc.customFetch]: outbound.fetch,
      timeout: answerSeconds,
      execute: plainHttp(issuer),
    })
    .catch((error: unknown) => {
      throw asIssuerProblem(error);
    });
  const parsed = metadataSchema.safeParse(found.serverMetadata());
  if (!parsed.success) {
    const first = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new IssuerProblem('not_an_issuer', `Its discovery document has no usable ${first}.`, parsed.error);
  }
  checkMetadata(parsed.data, issuer);
  return parsed.data;
}

function checkMetadata(metadata: IssuerMetadata, issuer: URL): void {
  // The library lets some well-known hosts answer for others; here an issuer is exactly what it says it is.
  if (URL.parse(metadata.issuer)?.href !== issuer.href) throw mismatch(metadata.issuer);
  const endpoints = [metadata.authorization_endpoint, metadata.token_endpoint, metadata.jwks_uri];
  if (issuer.protocol === 'https:' && endpoints.some((each) => !each.startsWith('https:'))) {
    throw new IssuerProblem('issuer_unusable', 'Its discovery document leads to addresses without https.');
  }
  if (metadata.id_token_signing_alg_values_supported.length === 0) {
    throw new IssuerProblem(
      'issuer_unusable',
      `It signs in none of the ways that are accepted here: ${signatures.join(', ')}.`,
    );
  }
  if (proofOf(metadata) === undefined) {
    throw new IssuerProblem(
      'issuer_unusable',
      'It does not take a client secret (client_secret_basic or client_secret_post).',
    );
  }
}

type ProveClient = (secret: string) => oidc.ClientAuth;

export function proofOf({
  token_endpoint_auth_methods_supported: offered,
}: IssuerMetadata): ProveClient | undefined {
  if (offered.includes('client_secret_basic')) return oidc.ClientSecretBasic;
  if (offered.includes('client_secret_post')) return oidc.ClientSecretPost;
  return undefined;
}

/** The guarded client lets plain HTTP through to listed addresses only, so the library need not refuse it there. */
export const plainHttp = (issuer: URL): ((client: oidc.Configuration) => void)[] =>
  issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];

function asIssuerProblem(error: unknown): IssuerProblem {
  const refused = causesOf(error).find(isOutboundError);
  if (refused !== undefined) return new IssuerProblem('issuer_unreachable', refused.message, error);
  if (hasCode(error, 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')) return mismatch(issuerIn(error));
  if (hasCode(error, 'OAUTH_TIMEOUT'))
    return new IssuerProblem('issuer_unreachable', 'The server did not answer in time.', error);
  return new IssuerProblem(
    'not_an_issuer',
    'There is no discovery document below this address (/.well-known/openid-configuration).',
    error,
  );
}

function mismatch(named: string | undefined): IssuerProblem {
  const own = named === undefined ? null : URL.parse(named);
  const advice = own === null ? '' : ` Enter ${own.href.slice(0, 200)} if that is meant.`;
  return new IssuerProblem('issuer_mismatch', `The server there names itself differently.${advice}`);
}

const issuerIn = (error: unknown): string | undefined =>
  causesOf(error)
    .map((each) => (each as { body?: { issuer?: unknown } } | undefined)?.body?.issuer)
    .find((each) => typeof each === 'string');

const hasCode = (error: unknown, code: string): boolean =>
  causesOf(error).some((each) => (each as { code?: unknown } | undefined)?.code === code);

/** An error, what caused it, what caused that, and so on. */
export function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let each = error; each !== undefined && each !== null && causes.length < 10;) {
    causes.push(each);
    each = (each as { cause?: unknown }).cause;
  }
  return causes;
}

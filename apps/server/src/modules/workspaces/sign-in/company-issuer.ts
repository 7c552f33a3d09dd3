import * as oidc from 'openid-client';
import { systemClock, type Clock } from '../../../platform/clock/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { createOutbound, type Outbound } from '../../../platform/outbound/index.ts';
import {
  answerSeconds,
  fetchMetadata,
  plainHttp,
  proofOf,
  readIssuer,
  type IssuerMetadata,
} from './company-metadata.ts';

interface IssuerOptions {
  clock: Clock;
  /** The operator's `host:port` pairs; an issuer on one of them may be private and plain HTTP. */
  allowPrivate: readonly string[];
  /** Tests, which have no internet, bring their own. */
  createClient?: typeof createOutbound;
}

interface IssuerClient {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** The companies' identity providers, at addresses that their owners typed in. */
export interface Issuers {
  /** Asks for the discovery document and refuses what nobody could sign in with. */
  discover(issuer: string): Promise<IssuerMetadata>;
  /** Ready to send people there and to trade their codes. */
  clientOf(client: IssuerClient): Promise<oidc.Configuration>;
  close(): Promise<void>;
}

interface Remembered {
  until: number;
  metadata: Promise<IssuerMetadata>;
}

const rememberMilliseconds = 300_000;
const mostRemembered = 1_000;
const mostAtOnce = 3;

export function openIssuers({ clock, allowPrivate, createClient = createOutbound }: IssuerOptions): Issuers {
  const open = createClient();
  // Only an issuer that the operator listed may lead to listed addresses: a stranger's may not point at them.
  const listed = createClient({ allowPrivate });
  const outboundFor = (issuer: URL): Outbound => (isListed(issuer, allowPrivate) ? listed : open);
  const memory = new Map<string, Remembered>();

  const ask = async (given: string): Promise<IssuerMetadata> => {
    const issuer = readIssuer(given);
    return fetchMetadata(issuer, outboundFor(issuer));
  };

  let asking = 0;
  const discover: Issuers['discover'] = async (given) => {
    // Whoever connects an issuer holds a transaction of the request meanwhile, and slow issuers would hold them all.
    if (asking >= mostAtOnce) throw tooMany();
    asking++;
    try {
      return await ask(given);
    } finally {
      asking--;
    }
  };

  // Anybody may begin a sign-in, and each would make the company's server answer once more.
  const remembered = (issuer: string): Promise<IssuerMetadata> => {
    const now = clock.now().getTime();
    const known = memory.get(issuer);
    if (known !== undefined && known.until > now && known.until <= now + rememberMilliseconds)
      return known.metadata;
    if (memory.size >= mostRemembered) memory.clear();
    const metadata = ask(issuer);
    memory.set(issuer, { until: now + rememberMilliseconds, metadata });
    metadata.catch(() => memory.delete(issuer));
    return metadata;
  };

  return {
    discover,
    clientOf: async (client) => {
      const metadata = await remembered(client.issuer);
      return configure(metadata, client, { clock, outbound: outboundFor(new URL(client.issuer)) });
    },
    close: async () => {
      await Promise.all([open.close(), listed.close()]);
    },
  };
}

const tooMany = (): Refusal =>
  new Refusal('rate_limited', 'Others are connecting a sign-on right now. Try again in a few seconds.', {
    retryAfterSeconds: answerSeconds,
  });

function isListed(issuer: URL, allowPrivate: readonly string[]): boolean {
  const port = issuer.port || (issuer.protocol === 'https:' ? '443' : '80');
  return allowPrivate.some((entry) => entry.toLowerCase() === `${issuer.hostname}:${port}`);
}

function configure(
  metadata: IssuerMetadata,
  { clientId, clientSecret }: IssuerClient,
  { clock, outbound }: { clock: Clock; outbound: Outbound },
): oidc.Configuration {
  const proof = proofOf(metadata) ?? oidc.ClientSecretBasic;
  // The library asks the machine for the time; the difference makes it live by the program's clock.
  const skew = Math.round((clock.now().getTime() - systemClock.now().getTime()) / 1_000);
  const settings = { [oidc.clockSkew]: skew, [oidc.clockTolerance]: 30 };
  const client = new oidc.Configuration(metadata, clientId, settings, proof(clientSecret));
  client[oidc.customFetch] = outbound.fetch;
  client.timeout = answerSeconds;
  for (const apply of plainHttp(new URL(metadata.issuer))) apply(client);
  // Without it the library trusts the connection to the token endpoint instead of the token's signature.
  oidc.enableNonRepudiationChecks(client);
  return client;
}

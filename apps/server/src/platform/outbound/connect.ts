import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup, Resolver as DnsResolver } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { getCACertificates } from 'node:tls';
import { callbackify } from 'node:util';
import { buildConnector } from 'undici';
import { OutboundError } from './errors.ts';
import type { TargetPolicy } from './target.ts';

export type ResolveName = (name: string) => Promise<string[]>;

type ConnectOptions = { resolve?: ResolveName; connectTimeoutMs: number; ca?: string };

/**
 * Opens connections, and is where the address is decided: the name is resolved once, here, and the socket is opened to
 * that very answer, so no later answer of a hostile name server can matter. TLS still verifies the name.
 */
export function createConnector(policy: TargetPolicy, options: ConnectOptions): buildConnector.connector {
  const common = {
    timeout: options.connectTimeoutMs,
    allowH2: false,
    // Said aloud, because an environment variable can turn the default off.
    rejectUnauthorized: true,
    ...(options.ca === undefined ? {} : { ca: [...getCACertificates('default'), options.ca] }),
  };
  const guarded = buildConnector({
    ...common,
    lookup: pinnedLookup(options.resolve ?? publicNames(), policy.isAllowedAddress),
  });
  // The operator's own hosts are often known to this machine alone (a container's name, /etc/hosts).
  const listed = buildConnector({
    ...common,
    lookup: pinnedLookup(options.resolve ?? machineNames, () => true),
  });

  return function connect(target, callback) {
    const { hostname, port, protocol } = target;
    if (policy.allowPrivate.has(`${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`)) {
      return listed(target, callback);
    }
    // Node asks no lookup for a literal address.
    if (isIP(hostname) !== 0 && !policy.isAllowedAddress(hostname)) return callback(forbidden(), null);
    guarded(target, (error, socket) => {
      if (error !== null) return callback(error, null);
      if (policy.isAllowedAddress(socket.remoteAddress ?? '')) return callback(null, socket);
      socket.destroy();
      callback(forbidden(), null);
    });
  };
}

/**
 * Every address of the name must be allowed. To pick the good ones out of a mixed answer would let a name that points
 * inside work or fail by chance, and no honest public service mixes them.
 */
function pinnedLookup(resolve: ResolveName, isAllowed: (address: string) => boolean): LookupFunction {
  async function pinned(name: string): Promise<LookupAddress[]> {
    const found = await resolve(name);
    if (found.length === 0) throw unknownName();
    if (!found.every(isAllowed)) throw forbidden();
    return found.map((address) => ({ address, family: isIP(address) }));
  }
  const lookup = callbackify(pinned);
  return (name, options, done) => {
    lookup(name, (error, addresses) => {
      if (error !== null) return done(error instanceof OutboundError ? error : unknownName(error), '', 0);
      if (options.all === true) return done(null, addresses);
      done(null, addresses[0]?.address ?? '', addresses[0]?.family);
    });
  };
}

/** Asks name servers only: no /etc/hosts, no search domains, and no thread that a slow name server could hold. */
function publicNames(): ResolveName {
  const resolver = new DnsResolver({ timeout: 2_000, tries: 2 });
  return async (name) => {
    const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    if (four.status === 'rejected' && six.status === 'rejected') throw four.reason;
    return [four, six].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  };
}

async function machineNames(name: string): Promise<string[]> {
  const found = await systemLookup(name, { all: true });
  return found.map(({ address }) => address);
}

function forbidden(): OutboundError {
  return new OutboundError('outbound_address_forbidden');
}

function unknownName(cause?: unknown): OutboundError {
  return new OutboundError('outbound_unreachable', { say: 'The name has no address.', cause });
}

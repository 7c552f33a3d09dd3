import { isIP } from 'node:net';
import { OutboundError } from './errors.ts';

export type TargetPolicy = {
  allowHttp: boolean;
  /** `host:port` that the operator's own settings name; these alone may be private, plain HTTP, or on any port. */
  allowPrivate: ReadonlySet<string>;
  isAllowedAddress: (address: string) => boolean;
};

export type Target = { url: URL; listed: boolean };

const LONGEST_URL = 8_192;

/** Names that mean "inside" whatever they resolve to. Search domains make any name without a dot one of them. */
const INSIDE_NAMES =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|in-addr\.arpa|ip6\.arpa|onion|svc|cluster)$/;

/**
 * Ports above 1023 are allowed because webhook receivers live on 8443 or 3000; these are not, because what listens
 * there is not a web server and a request could be read as a command.
 */
const FORBIDDEN_PORTS = new Set([
  1080, 1433, 1521, 1719, 1720, 1723, 2049, 2375, 2376, 2379, 2380, 3128, 3306, 3389, 3659, 4045, 4190, 5060,
  5061, 5432, 5672, 5900, 5984, 5985, 5986, 6000, 6379, 6443, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  7000, 7001, 8009, 8086, 9042, 9092, 9200, 9300, 10080, 10250, 10255, 11211, 15672, 27017, 27018, 27019,
  50070,
]);

/**
 * The canonical form of an address that somebody gave. The URL parser has by then turned decimal, octal, hex, short,
 * full-width and percent-encoded hosts into plain ones, so every check below sees one notation.
 */
export function checkTarget(given: string | URL, policy: TargetPolicy): Target {
  const url = parse(given);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') refuse('It must begin with https://.');
  if (url.username !== '' || url.password !== '') refuse('It must not contain a user name or password.');
  // "example.com." is the same host, but would escape every comparison with a name and fail the certificate's.
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  if (url.hostname === '' || url.hostname.endsWith('.')) refuse('It has no host name.');
  url.hash = '';
  const listed = policy.allowPrivate.has(hostAndPort(url));
  if (listed) return { url, listed };
  if (url.protocol === 'http:' && !policy.allowHttp) refuse('It must begin with https://.');
  checkPort(url);
  checkHost(hostOf(url), policy);
  return { url, listed };
}

function hostOf(url: URL): string {
  return url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname;
}

export function hostAndPort(url: URL): string {
  return `${hostOf(url)}:${portOf(url)}`;
}

/** One form for the operator's list, so that `[::1]:9000` and `minio:9000` are found whatever way they were written. */
export function readPrivateHosts(entries: readonly string[]): Set<string> {
  return new Set(
    entries.map((entry) => {
      if (!/^[^/@?#]+:\d{1,5}$/.test(entry))
        throw new TypeError(`"${entry}" must be host:port, such as 127.0.0.1:4200.`);
      return hostAndPort(new URL(`http://${entry}`));
    }),
  );
}

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

function parse(given: string | URL): URL {
  const text = String(given);
  if (text.length > LONGEST_URL) refuse(`It must be shorter than ${LONGEST_URL} characters.`);
  try {
    return new URL(text);
  } catch (cause) {
    throw new OutboundError('outbound_url_invalid', { cause });
  }
}

function checkPort(url: URL): void {
  const port = portOf(url);
  const usual = port === (url.protocol === 'https:' ? 443 : 80);
  if (!usual && (port < 1_024 || FORBIDDEN_PORTS.has(port))) {
    refuse(`Port ${port} is not allowed: use 443 or a web server's port above 1023.`);
  }
}

function checkHost(host: string, policy: TargetPolicy): void {
  const inside =
    isIP(host) === 0 ? !host.includes('.') || INSIDE_NAMES.test(host) : !policy.isAllowedAddress(host);
  if (inside) throw new OutboundError('outbound_address_forbidden');
}

function refuse(say: string): never {
  throw new OutboundError('outbound_url_invalid', { say });
}

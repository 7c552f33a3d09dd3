import { OutboundError } from './errors.ts';

export type OutboundHeaders = Record<string, string>;

const MOST_HEADER_BYTES = 16_384;

/** Headers a caller (and so a tenant who configures a webhook) cannot set, by the harm they would do. */
const FORBIDDEN_HEADERS: [RegExp, string][] = [
  [/^host$/, 'it would name another site than the one that was checked'],
  [
    /^(?:connection|keep-alive|te|trailer|transfer-encoding|content-length|upgrade|http2-settings|expect)$/,
    'it frames the message: two readers could see two different requests',
  ],
  [/^proxy-/, 'it speaks to proxies on the way, with their credentials'],
  [
    /^(?:via|forwarded|x-forwarded-.*|x-real-ip|x-client-ip|x-cluster-client-ip|x-remote-(?:ip|addr)|true-client-ip|cf-connecting-ip|x-originating-ip)$/,
    'it claims another origin, which the receiver may trust',
  ],
  [
    /^(?:x-original-url|x-rewrite-url|x-http-method(?:-override)?|x-method-override)$/,
    'it changes the path or method after the check',
  ],
  [
    /^(?:metadata(?:-.*)?|x-aws-ec2-metadata-.*|x-google-metadata-request|x-metadata-.*|x-ms-metadata.*)$/,
    'cloud metadata services ask for it, nobody else does',
  ],
  [/^sec-/, 'browsers alone may set it'],
  [/^accept-encoding$/, 'which encodings are read is decided here'],
];

/** Kept when a redirect leads to another origin; everything else may be a secret meant for the first one. */
const HARMLESS_HEADERS = new Set([
  'accept',
  'accept-language',
  'accept-encoding',
  'user-agent',
  'content-type',
]);

export function checkHeaders(given: OutboundHeaders): OutboundHeaders {
  const checked: OutboundHeaders = {};
  let bytes = 0;
  for (const [name, value] of Object.entries(given)) {
    const lower = name.toLowerCase();
    if (!/^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(lower))
      refuse('A header name contains characters that are not allowed.');
    const forbidden = FORBIDDEN_HEADERS.find(([pattern]) => pattern.test(lower));
    if (forbidden !== undefined) refuse(`"${lower}" is refused: ${forbidden[1]}.`);
    if (/[^\t\u0020-\u007E\u0080-\u00FF]/.test(value))
      refuse(`The value of "${lower}" contains line breaks or other control characters.`);
    checked[lower] = value;
    bytes += lower.length + value.length + 4;
  }
  if (bytes > MOST_HEADER_BYTES) refuse(`The headers are longer than ${MOST_HEADER_BYTES} bytes.`);
  return checked;
}

export function harmlessHeaders(headers: OutboundHeaders): OutboundHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => HARMLESS_HEADERS.has(name)));
}

function refuse(say: string): never {
  throw new OutboundError('outbound_header_forbidden', { say });
}

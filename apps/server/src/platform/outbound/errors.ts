/** Every way a call to the outside can fail, with what a person can do about it. No message names a resolved address. */
const MESSAGES = {
  outbound_url_invalid: 'The address is not a usable web address.',
  outbound_address_forbidden:
    'The address leads into a private or reserved network, which is not allowed. Use an address that is reachable from the internet.',
  outbound_header_forbidden: 'A header of the request is not allowed. Remove it and try again.',
  outbound_unreachable:
    'The server could not be reached. Check that the name exists and that the server is running.',
  outbound_tls_failed:
    'The secure connection failed. Check that the server has a valid certificate for this name, with its intermediate certificates.',
  outbound_timeout: 'The server did not answer in time. Try again, or make it answer sooner.',
  outbound_too_large:
    'The answer is larger than what is accepted here. Ask for less, or point to a smaller file.',
  outbound_redirect_refused:
    'The server redirected in a way that is not followed. Use the final address directly.',
  outbound_bad_response: 'The server answered with something that is not valid HTTP. Check the server.',
  outbound_aborted: 'The request was given up before an answer came.',
} as const;

export type OutboundCode = keyof typeof MESSAGES;

export type OutboundErrorOptions = {
  /** What exactly is wrong, in a sentence that the tenant who gave the address may read. */
  say?: string;
  cause?: unknown;
  bytesWritten?: boolean;
};

export class OutboundError extends Error {
  override readonly name = 'OutboundError';
  readonly code: OutboundCode;
  /** False means certainly none: the call can be repeated. True means that the other side may have acted on it. */
  readonly bytesWritten: boolean;

  constructor(code: OutboundCode, options: OutboundErrorOptions = {}) {
    super(options.say === undefined ? MESSAGES[code] : `${MESSAGES[code]} ${options.say}`, {
      cause: options.cause,
    });
    this.code = code;
    this.bytesWritten = options.bytesWritten ?? false;
  }
}

export function isOutboundError(error: unknown): error is OutboundError {
  return error instanceof OutboundError;
}

/** Any failure as one of the family. undici hands one connect error to every waiting request, so each gets its own. */
export function toOutboundError(error: unknown, bytesWritten: boolean): OutboundError {
  if (isOutboundError(error)) return sameWith(error, bytesWritten);
  return new OutboundError(codeOf(error), { cause: error, bytesWritten });
}

function sameWith(error: OutboundError, bytesWritten: boolean): OutboundError {
  if (error.bytesWritten === bytesWritten) return error;
  const say = error.message.slice(MESSAGES[error.code].length).trim();
  return new OutboundError(error.code, { cause: error.cause, bytesWritten, ...(say === '' ? {} : { say }) });
}

function codeOf(error: unknown): OutboundCode {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/TIMEOUT|TIMEDOUT/.test(code)) return 'outbound_timeout';
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return 'outbound_too_large';
  if (error instanceof Error && error.name === 'HTTPParserError') return 'outbound_bad_response';
  if (/^(?:HPE_|Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ZSTD|UND_ERR_RES_CONTENT_LENGTH)/.test(code))
    return 'outbound_bad_response';
  if (/^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH)/.test(code)) {
    return 'outbound_tls_failed';
  }
  return 'outbound_unreachable';
}

/**
 * Removes what may identify a person or open a door from free text: one pass over one pattern, in which the first
 * alternatives name what must survive (ids, times, digests), because their digits look like telephone numbers.
 */
const KEEP = [
  '\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b',
  '\\b\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?(?!\\d)',
  '\\b(?=\\d{0,40}[a-f])[0-9a-f]{16,128}\\b',
].join('|');

const VALUE = '(?:"(?:[^"\\\\]|\\\\.)*"?|\'[^\']*\'?|[^\\s,;&"\'})\\]]+)';

const SECRET = [
  '-----BEGIN [\\s\\S]*?(?:-----END[^-]*-----|$)',
  'eyJ[\\w-]{8,}\\.[\\w.-]+',
  '\\b(?:tk|sk|pk|rk|whsec|ghp|gho|xox[abp])[_-][\\w-]{8,}',
  '\\bEAA[a-z0-9]{16,}',
  '\\bAKIA[0-9A-Z]{12,}',
  '\\b(?:bearer|basic|digest)\\s{1,3}[\\w.~+/=-]{6,}',
  '\\bcookie["\']?\\s{0,3}[:=][^\\r\\n]+',
  'authorization["\']?\\s{0,3}[:=]\\s{0,3}["\']?(?:\\w{1,20}\\s{1,3})?[^\\s"\',]+',
  `(?:token|secret|passw(?:or)?d|pwd|passphrase|api[_-]?key|otp|signature|credential)["']?\\s{0,3}[=:]\\s{0,3}${VALUE}`,
  '\\b(?:otp|passcode|one[ -]time (?:code|password|pin)|verification code)(?:\\W{0,3}\\b(?:is|for you))?\\W{0,3}\\d{4,8}',
  '(?<=:\\/\\/)[^\\s/@]{1,256}@',
  '\\b[a-z]{5}\\d{4}[a-z]\\b',
].join('|');

/** A query is values typed by people (`?name=`, `?phone=`); which page it was is in the path. */
const QUERY = '\\?[\\w%.[\\]-]{1,64}=[^\\s"\'<>]*';

const CONTENT =
  '"(?:text|body|caption|name|first_name|last_name|title|content|email|address)"\\s{0,3}:\\s{0,3}"(?:[^"\\\\]|\\\\.)*"?';

/** The sender's number is in the first bytes of a message id, in base64. */
const MESSAGE_ID = 'wamid\\.[\\w+/=-]+';

const PHONE = [
  '\\b\\d{4}[ -]\\d{4}[ -]\\d{4}(?:[ -]\\d{4})?\\b',
  '(?:\\+|\\b00)\\d(?:[ ().-]{0,2}\\d){6,16}',
  '(?<!\\d)(?:0|91)?[ -]?[6-9]\\d{4}[ .-]\\d{5}(?!\\d)',
  '(?<!\\d)[6-9]\\d\\d[ .-]\\d{3}[ .-]\\d{4}(?!\\d)',
  '(?<!\\d)(?:\\d\\d[ .-]){4}\\d\\d(?!\\d)',
  '(?<!\\d)\\d{10,}',
].join('|');

const SENSITIVE = new RegExp(
  `(${KEEP})|(${SECRET})|(${QUERY})|(${CONTENT})|(${MESSAGE_ID})|(?:${PHONE})`,
  'gi',
);

// Most log text has none of these characters or beginnings; asking first makes a plain line four times cheaper.
const SUSPECT =
  /[@?:=]|\d[\d ().-]{4}|eyJ|-----|EAA|AKIA|wamid|[kcpo][_-]\w{8}|bearer|basic|digest|otp|code|one[ -]time|[a-z]{5}\d{4}/i;

const EMAIL = /[^\s@<>"'(),;:=/?&[\]]{1,64}@(?=[^\s@]{0,64}\p{L})[^\s@<>"'(),;:=/?&]{1,190}/gu;

// Devanagari, Tamil, Arabic and full-width digits dial the same telephone.
const OTHER_SCRIPT_PHONE = /\p{Nd}(?:[ ().-]{0,2}\p{Nd}){6,18}/gu;

const LONGEST_TEXT = 2_048;

export function maskText(text: string): string {
  if (text.length > LONGEST_TEXT) return cut(text);
  return maskWhole(text);
}

// A number or a token that straddles the cut could stay half readable, so the end of what was masked is dropped too.
function cut(text: string): string {
  const masked = maskWhole(text.slice(0, LONGEST_TEXT));
  return `${masked.slice(0, -40)}…[${text.length} characters]`;
}

function maskWhole(text: string): string {
  let masked = SUSPECT.test(text) ? text.replace(SENSITIVE, replacement) : text;
  if (masked.includes('@')) masked = masked.replace(EMAIL, '[email]');
  // oxlint-disable-next-line no-control-regex -- "anything beyond ASCII" is the question
  if (/[^\x00-\x7f]/.test(masked)) masked = masked.replace(OTHER_SCRIPT_PHONE, '[phone]');
  return masked;
}

function replacement(
  match: string,
  kept: string | undefined,
  secret: string | undefined,
  query: string | undefined,
  content: string | undefined,
  messageId: string | undefined,
): string {
  if (kept !== undefined) return kept;
  if (secret !== undefined) return `${secretLabel(secret)}[secret]`;
  if (query !== undefined) return '?[query]';
  if (content !== undefined) return `${content.slice(0, content.indexOf(':'))}:"[text]"`;
  if (messageId !== undefined) return `wamid.***${messageId.slice(-6)}`;
  return maskPhone(match);
}

function secretLabel(secret: string): string {
  const label = /^(?:[\w -]{2,24}["']?\s*[:=]\s*)/.exec(secret);
  return label === null ? '' : label[0];
}

/** The last two digits let a person recognise a number they know and nobody else find it. */
export function maskPhone(number: string): string {
  return `***${number.replace(/\D/g, '').slice(-2)}`;
}

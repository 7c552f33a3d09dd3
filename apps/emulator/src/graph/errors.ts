/**
 * Graph's errors: the catalogue of codes, and the one way to refuse a call.
 * Titles, statuses and the envelope follow Meta's "Error codes" page; clients branch on code and details only.
 */
export interface ErrorEnvelope {
  error: {
    message: string;
    type: string;
    code: number;
    error_subcode?: number;
    error_data?: { messaging_product: 'whatsapp'; details: string } | string;
    is_transient?: boolean;
    error_user_title?: string;
    error_user_msg?: string;
    fbtrace_id: string;
  };
}

export interface Refusal {
  /** What exactly is wrong; becomes error_data.details on messaging codes and the message on generic ones. */
  details?: string;
  subcode?: number;
  status?: number;
  type?: string;
  userTitle?: string;
  userMessage?: string;
  transient?: boolean;
  /** Headers of the answer, such as how long a limit still holds. */
  headers?: Record<string, string>;
}

interface Entry {
  title: string;
  status?: number;
  type?: string;
  transient?: boolean;
}

/** A call that Graph refuses. Thrown by checks and endpoints; the server turns it into the envelope. */
export class GraphError extends Error {
  readonly code: number;
  readonly refusal: Refusal;

  constructor(code: number, refusal: Refusal = {}) {
    super(`(#${code}) ${titleOf(code)}${refusal.details ? `: ${refusal.details}` : ''}`);
    this.code = code;
    this.refusal = refusal;
  }

  get status(): number {
    return this.refusal.status ?? catalogue[this.code]?.status ?? (isPermission(this.code) ? 403 : 400);
  }

  envelope(trace: string): ErrorEnvelope {
    const { details, subcode, type, userTitle, userMessage, transient } = this.refusal;
    const entry = catalogue[this.code];
    const explained = isExplainedInMessage(this.code);
    // An error for the eyes of a person is told in its title and sentence; its message is general and has no number.
    const general =
      userTitle && this.code === 100 ? titleOf(this.code) : `(#${this.code}) ${titleOf(this.code)}`;
    return {
      error: {
        message: explained && details ? plainMessage(this.code, details) : general,
        type: type ?? entry?.type ?? 'OAuthException',
        code: this.code,
        ...(subcode !== undefined && { error_subcode: subcode }),
        ...(!explained && details && { error_data: { messaging_product: 'whatsapp' as const, details } }),
        ...((transient ?? entry?.transient) !== undefined && { is_transient: transient ?? entry?.transient }),
        ...(userTitle && { error_user_title: userTitle }),
        ...(userMessage && { error_user_msg: userMessage }),
        fbtrace_id: trace,
      },
    };
  }
}

export function refuse(code: number, details?: string, more: Omit<Refusal, 'details'> = {}): never {
  throw new GraphError(code, { ...more, ...(details !== undefined && { details }) });
}

/** An error as statuses and messages carry it in webhooks. */
export function webhookError(code: number, details?: string) {
  const title = titleOf(code);
  return {
    code,
    title,
    message: title,
    error_data: { details: details ?? title },
    href: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes',
  };
}

const titleOf = (code: number): string =>
  catalogue[code]?.title ?? (isPermission(code) ? 'Permissions error' : 'Unknown error');

export const isKnownCode = (code: number): boolean => code in catalogue || isPermission(code);

const isPermission = (code: number): boolean => code >= 200 && code <= 299;

/** Old Graph codes say what is wrong in the message itself; messaging codes keep it in error_data.details. */
const isExplainedInMessage = (code: number): boolean =>
  code < 1000 || code === 2200 || code === 2500 || code > 2_000_000;

/** Authentication errors, and those about objects that are not there, come without their number. */
const plainMessage = (code: number, details: string): string =>
  [102, 104, 190, 2500].includes(code) || details.startsWith('Unsupported ')
    ? details
    : `(#${code}) ${details}`;

const transient = true;

const catalogue: Record<number, Entry> = {
  0: { title: 'AuthException', status: 401 },
  1: { title: 'An unknown error occurred' },
  2: { title: 'Service temporarily unavailable', status: 503, transient },
  3: { title: 'Application does not have the capability to make this API call.', status: 500 },
  4: { title: 'Application request limit reached', transient },
  10: { title: 'Application does not have permission for this action', status: 403 },
  15: { title: 'This method must be called with an app access_token.' },
  17: { title: 'User request limit reached', transient },
  33: { title: 'This object does not exist or does not support this action' },
  100: { title: 'Invalid parameter' },
  102: { title: 'Session key invalid or no longer valid', status: 401 },
  104: { title: 'An access token is required to request this resource.', status: 401 },
  190: { title: 'Invalid OAuth 2.0 Access Token', status: 401 },
  368: { title: 'Temporarily blocked for policies violations', status: 403 },
  613: { title: 'Calls to this api have exceeded the rate limit.', status: 429 },
  803: { title: 'Some of the aliases you requested do not exist', status: 404 },
  1026: { title: 'Receiver incapable' },
  2046: { title: 'Invalid order status transition' },
  2047: { title: 'Order cannot be canceled' },
  2200: { title: 'Callback verification failed' },
  2500: { title: 'Unknown path components' },
  80007: { title: 'There have been too many calls to this WhatsApp Business account.', transient },
  80008: { title: 'There have been too many calls to this WhatsApp Business account.', transient },
  130403: { title: 'User is blocked by the business' },
  130429: { title: 'Rate limit hit' },
  130472: { title: "User's number is part of an experiment" },
  130497: { title: 'Business account is restricted from messaging users in this country.', status: 403 },
  130501: { title: 'Message type is not currently supported' },
  131000: { title: 'Something went wrong', status: 500 },
  131005: { title: 'Access denied', status: 403 },
  131008: { title: 'Required parameter is missing' },
  131009: { title: 'Parameter value is not valid' },
  131016: { title: 'Service unavailable', status: 500 },
  131020: { title: 'Group has only one member' },
  131021: { title: 'Recipient cannot be sender' },
  131026: { title: 'Message undeliverable' },
  131030: { title: 'Recipient phone number not in allowed list' },
  131031: { title: 'Business Account locked', status: 403 },
  131037: { title: 'WhatsApp provided number needs display name approval before message can be sent.' },
  131041: { title: 'Group is unknown' },
  131042: { title: 'Business eligibility payment issue' },
  131044: { title: 'Business eligibility payment issue' },
  131045: { title: 'Message failed to send due to phone number registration error.', status: 500 },
  131047: { title: 'Re-engagement message' },
  131048: { title: 'Spam rate limit hit' },
  131049: { title: 'This message was not delivered to maintain healthy ecosystem engagement.' },
  131050: { title: 'User has stopped marketing messages from your business.' },
  131051: { title: 'Message type unknown' },
  131052: { title: 'Media download error' },
  131053: { title: 'Media upload error' },
  131055: { title: 'Method not allowed' },
  131056: { title: '(Business Account, Consumer Account) pair rate limit hit' },
  131057: { title: 'Account in maintenance mode', status: 500 },
  131059: { title: 'Invalid or expired cursor' },
  131060: { title: 'This message is currently unavailable.' },
  131062: { title: 'Business-scoped user ID recipients are not supported for this message' },
  131063: { title: 'Marketing templates are disabled on Cloud API for this account' },
  131064: { title: 'Message limited because of template classification violations' },
  131201: { title: 'Partial success', status: 206 },
  131202: { title: 'Duplicate participant' },
  131204: { title: 'Too many participants' },
  131207: { title: 'Group suspended', status: 403 },
  131208: { title: 'Group rate limit hit', status: 429 },
  131209: { title: 'Group picture is not square' },
  131210: { title: 'Group picture is too small' },
  131211: { title: 'Group count limit reached' },
  131212: { title: 'Not a participant of the group' },
  131213: { title: 'Join request does not exist' },
  131214: { title: 'Group creation is disabled for this number' },
  131215: { title: 'Phone number is not eligible for groups' },
  132000: { title: 'Number of parameters does not match the expected number of params' },
  132001: { title: 'Template name does not exist in the translation', status: 404 },
  132005: { title: 'Translated text too long' },
  132007: { title: 'Template format character policy violated' },
  132008: { title: 'Parameter value format is not valid' },
  132012: { title: 'Parameter format does not match format in the created template' },
  132015: { title: 'Template is paused' },
  132016: { title: 'Template is disabled' },
  132018: { title: 'There’s an issue with the parameters in your template' },
  132068: { title: 'Flow is in blocked state' },
  132069: { title: 'Flow is in throttled state' },
  133000: { title: 'Incomplete deregistration', status: 500 },
  133004: { title: 'Server temporarily unavailable', status: 503 },
  133005: { title: 'Two step verification PIN mismatch' },
  133006: { title: 'Phone number re-verification needed' },
  133008: { title: 'Too many two step verification PIN guesses' },
  133009: { title: 'Two step verification PIN guessed too fast' },
  133010: { title: 'The account is not registered' },
  133015: { title: 'Please wait a few minutes before attempting to register this phone number' },
  133016: { title: 'Registration or deregistration attempts exceeded' },
  134011: { title: 'WhatsApp Payments terms of service has not been accepted' },
  134100: { title: 'Only marketing messages are supported' },
  134101: { title: 'Template is still being synced' },
  134102: { title: 'Template is unavailable for this send', status: 500 },
  134103: { title: 'Marketing Messages API is unavailable for this send' },
  135000: { title: 'Generic user error' },
  136024: { title: 'Too many requests for a verification code' },
  136025: { title: 'Verify code error' },
  137000: { title: 'Recipient identity key hash mismatch' },
  138000: { title: 'Calling not enabled', status: 401 },
  138001: { title: 'Receiver uncallable' },
  138002: { title: 'Concurrent calls limit reached' },
  138003: { title: 'Duplicate call' },
  138004: { title: 'Connection error' },
  138005: { title: 'Call rate limit exceeded', status: 429 },
  138006: { title: 'No approved call permission from the recipient', status: 401 },
  138007: { title: 'Connection timeout' },
  138009: { title: 'Call permission request limit hit' },
  138011: { title: 'Call permission request needs a prior conversation' },
  138012: { title: 'Connected calls limit reached' },
  138013: { title: 'Business-initiated calling is not available' },
  138014: { title: 'Calling is disabled because of low quality' },
  138015: { title: 'Messaging limit is too low for calling' },
  138017: { title: 'Permanent call permission already exists' },
  138018: { title: 'Calling cannot be enabled' },
  138019: { title: 'Call setup failed' },
  138020: { title: 'Relay connection failed' },
  138021: { title: 'Media receive timeout' },
  138022: { title: 'Media transmit timeout' },
  138023: { title: 'No media signals after the call was accepted' },
  138024: { title: 'SIP is not enabled' },
  138025: { title: 'No SIP server for this app' },
  139000: { title: 'Blocked by Integrity' },
  139001: { title: "Flow can't be updated" },
  139002: { title: "Flow can't be published" },
  139003: { title: "Flow can't be deprecated" },
  139004: { title: "Flow can't be deleted" },
  139006: { title: 'Not enough data for metrics' },
  139100: { title: 'Failed to block/unblock some users' },
  139101: { title: 'Blocklist limit reached' },
  139102: { title: 'Blocklist concurrent update' },
  139103: { title: 'Block users internal error' },
  141002: { title: 'Template is not approved' },
  147001: { title: 'Username is not available' },
  147002: { title: 'Messaging limit is too low for a username' },
  147003: { title: 'Username is linked to a Facebook Page' },
  147004: { title: 'Username is linked to an Instagram account' },
  147005: { title: 'Username is in use on another of your numbers' },
  200005: { title: 'Template insights are not available' },
  200006: { title: 'Template insights cannot be disabled' },
  200007: { title: 'Template insights are not enabled' },
  1752041: { title: 'Onboarding was already requested' },
  2388001: { title: 'Cannot verify phone number ownership' },
  2388012: { title: 'Phone number is already in this account' },
  2388019: { title: 'Message template limit exceeded' },
  2388039: { title: 'Template format is not valid' },
  2388040: { title: 'Character limit exceeded' },
  2388047: { title: 'Message header format is incorrect' },
  2388072: { title: 'Message body format is incorrect' },
  2388073: { title: 'Message footer format is incorrect' },
  2388091: { title: 'Phone number is not eligible for a code' },
  2388093: { title: 'Phone number is not eligible for a code' },
  2388103: { title: 'Phone number cannot be migrated' },
  2388293: { title: 'Parameters words ratio exceeds limit' },
  2388299: { title: "Leading or trailing params can't be used" },
  2494100: { title: 'Number is in maintenance mode' },
  2494164: { title: 'Signup not found' },
  2494165: { title: 'Signup API is off' },
  2494166: { title: 'Unknown placeholder' },
  2494167: { title: 'Placeholder value is missing' },
  2494168: { title: 'Terms were not accepted' },
  2494176: { title: 'Terms were accepted already' },
  2494177: { title: 'Terms address is wrong' },
  2494179: { title: 'Website must use https' },
  2593079: { title: 'Ownership cannot be moved' },
  2593085: { title: 'Ownership cannot be moved' },
  2593107: { title: 'Synchronization was already requested' },
  2593108: { title: 'Synchronization is no longer possible' },
  2593109: { title: 'The user refused to share the history' },
};

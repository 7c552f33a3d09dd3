import type { Deviation } from './check.ts';

/** A known difference between Meta's description and the live service, which the emulator follows. */
export interface Accepted {
  /** An operation, or `webhooks`; `*` stands for any text here and below. */
  call: string;
  at: string;
  rule: string;
  reason: string;
}

const anywhere = (at: string, rule: string, reason: string): Accepted => ({ call: '*', at, rule, reason });
const of = (call: string, at: string, rule: string, reason: string): Accepted => ({ call, at, rule, reason });
const webhook = (at: string, rule: string, reason: string): Accepted => ({
  call: 'webhooks',
  at: `/entry/[]${at}`,
  rule,
  reason,
});

const everywhere: Accepted[] = [
  anywhere(
    '/error/error_data',
    'extra',
    'the envelope of errors documents it; messaging errors always have it',
  ),
  anywhere('/paging/*', 'extra', 'lists of templates and Flows page like all others, with next and previous'),
];

const numberFields = 'number fields that the description has on another path, or has not at all';

const numbers: Accepted[] = [
  of('GET /{Phone-Number-ID}', '/quality_rating', 'enum', 'a new number is UNKNOWN'),
  of('GET /{Phone-Number-ID}', '/code_verification_status', 'enum', 'NOT_VERIFIED and EXPIRED are live'),
  of('GET /{Phone-Number-ID}', '/*', 'extra', numberFields),
  of('GET /{WhatsApp-Account-Number-ID}', '', 'required status', 'not among the default fields'),
  of('GET /{WhatsApp-Account-Number-ID}', '/*', 'extra', numberFields),
  of('GET /{WABA-ID}/phone_numbers', '/data/[]', 'required status', 'not among the default fields'),
  of('GET /{WABA-ID}/phone_numbers', '/data/[]/*', 'extra', numberFields),
  of(
    'GET /{Phone-Number-ID}/whatsapp_business_profile',
    '/data/[]/*',
    'extra',
    'the fields stand in the entry; the description has them one level lower, under business_profile',
  ),
  of(
    'GET /{Phone-Number-ID}/official_business_account',
    '/official_business_account',
    'extra',
    'the status is a field of the number, and its edge answers as the field does',
  ),
  of(
    'GET /{Phone-Number-ID}/official_business_account',
    '',
    'required *',
    'the status is a field of the number, and its edge answers as the field does',
  ),
  of(
    'POST /{Phone-Number-ID}/official_business_account',
    '',
    'required message',
    'answers success alone, like every change of a number',
  ),
  of(
    'GET /{Phone-Number-ID}/business_compliance_info',
    '/data/[]',
    'required whatsapp_business_account_id',
    'the entry is about the number',
  ),
  of(
    '* /{Phone-Number-ID}/business_compliance_info',
    '*_number',
    'pattern',
    'the pattern was escaped twice and fits no number, not even those in its own examples',
  ),
  of(
    '* /{Phone-Number-ID}/message_qrdls*',
    '*/code',
    'pattern',
    'live codes have digits that the pattern forbids, as its own examples do',
  ),
];

const settingsPath = 'GET /{Phone-Number-ID}/settings';
const capitals =
  'answers are in capitals and in the newer form; the description has lower case and an older one';

const callsAndGroups: Accepted[] = [
  of(settingsPath, '*', 'enum', capitals),
  of(settingsPath, '/calling', 'required ip_addresses', 'only with SIP'),
  of(settingsPath, '/calling/call_hours/*', 'extra', capitals),
  of(settingsPath, '/user_identity_change', 'extra', 'can be set on this path, so it can be read there'),
  of(
    'GET /{Phone-Number-ID}/call_permissions',
    '/permission/status',
    'enum',
    'live words are no_permission, temporary and permanent',
  ),
  of('POST /{Phone-Number-ID}/calls', '/success', 'extra', 'what is done to a running call is answered so'),
  of('GET /{group_id}', '/participants/[]/user_id', 'extra', 'business-scoped ids, newer than v23.0'),
  of('GET /{group_id}/join_requests', '/data/[]/user_id', 'extra', 'business-scoped ids, newer than v23.0'),
  of('DELETE /{group_id}', '/*', 'extra', 'the result comes by webhook, so the answer has a request_id'),
  of('DELETE /{group_id}/invite_link', '/success', 'type', 'a boolean, as everywhere'),
];

const messages: Accepted[] = [
  of(
    'POST /{Phone-Number-ID}/*messages',
    '/contacts/[]/user_id',
    'extra',
    'business-scoped ids, newer than v23.0',
  ),
  of(
    'POST /{Phone-Number-ID}/messages',
    '/messages/[]/group_id',
    'extra',
    'sent to a group, newer than v23.0',
  ),
  of(
    'POST /{Phone-Number-ID}/messages',
    '/success',
    'extra',
    'read receipts; the description only shows it as an example',
  ),
];

const templatesAndFlows: Accepted[] = [
  of(
    'GET /{WABA-ID}/message_templates',
    '/data/[]/*',
    'extra',
    'fields, buttons and cards that templates have had for years; the description shows the first ones',
  ),
  of('GET /{WABA-ID}/message_templates', '/summary', 'extra', 'sent when it is asked for'),
  of('GET /{TEMPLATE_ID}', '/*', 'extra', 'fields that the description shows on no path'),
  of('POST /{TEMPLATE_ID}', '/*', 'extra', 'clients read id, name and category from the answer'),
  of('POST /{WABA-ID}/flows', '/*', 'extra', 'success and validation_errors come with the id'),
  of(
    'GET /{Flow-ID}',
    '/endpoint_uri',
    'extra',
    'the description calls it data_channel_uri, as old versions did',
  ),
  of('GET /{Flow-ID}', '/whatsapp_business_account/currency', 'extra', 'a field of accounts'),
  of('GET /{Flow-ID}', '/health_status/entities/[]/additional_info', 'extra', 'limits are explained by it'),
  of('POST /{Flow-ID}/assets', '/validation_errors/[]/pointers', 'extra', 'newer than the description'),
];

const accounts: Accepted[] = [
  of('GET /{WABA-ID}', '/message_template_namespace', 'extra', 'a default field of accounts'),
  of(
    'GET /{User-ID}/assigned_whatsapp_business_accounts',
    '/data/[]*',
    '*',
    'accounts are shown with their default fields, as on every other edge; status is none of them',
  ),
  of(
    'GET /{Business-ID}/*_whatsapp_business_accounts',
    '/data/[]/message_template_namespace',
    'extra',
    'a default field of accounts',
  ),
];

const newer = 'newer than v23.0: usernames and business-scoped ids';
const change = '/changes/[]/value';
const message = `${change}/messages/[]`;
const status = `${change}/statuses/[]`;

const webhooks: Accepted[] = [
  webhook('/time', 'extra', 'account and template changes carry it'),
  webhook(`${change}/contacts*`, 'extra', newer),
  webhook(`${message}/from*`, 'extra', newer),
  webhook(message, 'required from', 'absent while the number is hidden'),
  webhook(`${message}/system/*`, 'extra', newer),
  webhook(`${message}/system/type`, 'enum', 'the description knows changes of numbers alone'),
  webhook(`${message}/group_id`, 'extra', 'messages of groups, newer than v23.0'),
  webhook(`${message}/unsupported`, 'extra', 'names the type that is not passed on'),
  webhook(`${message}/identity`, 'extra', 'with customer_identity_changed'),
  webhook(`${message}/interactive/*`, '*', 'the description only has type, and of two replies'),
  webhook(
    `${message}/context*`,
    '*',
    'the description has questions about products alone, not replies and forwards',
  ),
  webhook(`${message}/location`, 'required *', 'a place without a name has neither'),
  webhook(`${message}/*/url`, 'extra', 'since November 2025'),
  webhook(`${message}/document/caption`, 'extra', 'documents have captions like pictures'),
  webhook(change, 'required *', 'clicks and errors of the number come without messages and statuses'),
  webhook(`${change}/user_actions`, 'extra', 'clicks are in the words of the documentation alone'),
  webhook(`${change}/errors`, 'extra', 'errors of the number are in the words of the documentation alone'),
  webhook(`${status}/recipient_*`, 'extra', newer),
  webhook(status, 'required recipient_id', 'absent while the number is hidden'),
  webhook(`${status}/biz_opaque_callback_data`, 'extra', 'echoes what was sent'),
  webhook(`${status}/pricing/type`, 'extra', 'since July 2025'),
  webhook(`${status}/status`, 'enum', 'voice notes are played, payments are captured'),
  webhook(`${status}/type`, 'extra', 'payments come as statuses of their own type'),
  webhook(`${status}/payment`, 'extra', 'payments come as statuses of their own type'),
  webhook(`${change}/groups/[]/timestamp`, 'type', 'text, as in messages'),
  webhook(`${change}/groups/[]/*`, 'extra', 'the description is older than the pages about groups'),
  webhook(`${change}/groups/[]`, 'required request_id', 'only what a call asked for has one'),
];

/** Types of inbound messages that the description leaves out: there is nothing to hold them against. */
export const undescribedTypes: readonly unknown[] = ['edit', 'revoke', 'request_welcome'];

export const accepted: readonly Accepted[] = [
  ...everywhere,
  ...numbers,
  ...callsAndGroups,
  ...messages,
  ...templatesAndFlows,
  ...accounts,
  ...webhooks,
];

/** The entry that lists a deviation. A call that was refused is listed by name alone: `*` must not hide it. */
export function findAccepted(
  call: string,
  { at, rule }: Deviation,
  table: readonly Accepted[] = accepted,
): Accepted | undefined {
  const fitsRule = (pattern: string) => (rule === 'status' ? pattern === rule : fits(pattern, rule));
  return table.find((one) => fits(one.call, call) && fits(one.at, at) && fitsRule(one.rule));
}

/** `*` in a pattern stands for any text. */
export function fits(pattern: string, text: string): boolean {
  const plain = pattern.replace(/[\\^$.|?+()[\]{}]/g, String.raw`\$&`);
  return new RegExp(`^${plain.replaceAll('*', '.*')}$`).test(text);
}

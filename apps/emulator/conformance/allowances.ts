import type { Difference } from './shape.ts';

/** A difference from a recording that is none from the live service. */
export interface Allowance {
  /** `*` stands for any text, here and in `at`. */
  sample: string;
  at: string;
  kind: Difference['kind'];
  reason: string;
}

const missing = (sample: string, at: string, reason: string): Allowance => ({
  sample,
  at: `/entry/[]/changes/[]/value/${at}`,
  kind: 'missing',
  reason,
});

const extra = (sample: string, at: string, reason: string): Allowance => ({
  ...missing(sample, at, reason),
  kind: 'extra',
});

const newer = 'newer than the recording: the documentation has it';
const beforeIds = 'recorded before March 2026, when business-scoped ids began';
const echoed = 'echoed when it was sent';

export const allowances: readonly Allowance[] = [
  missing(
    '*',
    '*parent_user_id',
    'only portfolios that are linked to others have ids that hold in all of them',
  ),
  extra('*', 'contacts/[]/profile/username', 'recorded of somebody without a username'),
  extra('*', '*/[]/*_user_id', beforeIds),
  extra('system/*', 'messages/[]/system/*user_id', beforeIds),
  extra('user_marketing_preferences/*', 'user_preferences/[]/user_id', beforeIds),
  extra(
    'message/*',
    'messages/[]/*/url',
    'recorded before November 2025, when media began to come with an address',
  ),
  missing(
    'message_status/*',
    'statuses/[]/conversation',
    'since v24.0 only conversations that a free entry point opened are told',
  ),
  extra(
    'message_status/*',
    'statuses/[]/pricing/type',
    'recorded before July 2025, when pricing per message began',
  ),
  missing(
    'message_status/failed',
    'contacts',
    'contacts come with sent, delivered and read alone; the recording was completed by hand',
  ),
  missing('message_status/*', 'contacts/[]/profile/username', 'only of people who have one'),
  extra('message_status/*', 'statuses/[]/biz_opaque_callback_data', echoed),
  missing('call_*', '*/biz_opaque_callback_data', echoed),
  extra('call_*', '*/biz_opaque_callback_data', echoed),
  extra('call_permission_update/*', 'messages/[]/interactive/call_permission_reply/is_permanent', newer),
  extra('message/unsupported', 'messages/[]/unsupported', newer),
  extra('message/referral', 'messages/[]/referral/welcome_message', newer),
  extra(
    'template_category_update/*',
    'previous_category',
    'the documentation has it when the change is made',
  ),
  extra(
    'callback_button/quick_reply_without_context',
    'messages/[]/context',
    'recorded of a tap whose message was not known; the documentation always has it',
  ),
  missing('message_status/read', 'statuses/[]/pricing', 'the price came with the delivery'),
  missing(
    'account_update/partner_app_installed',
    'waba_info/solution*',
    'only for accounts that come by a solution of several partners',
  ),
  missing(
    'message/referral',
    'messages/[]/referral/*',
    'the sample shows the properties of pictures and of videos at once',
  ),
  missing('message/contacts', 'messages/[]/contacts/[]/*', 'customers share what they choose to'),
  missing('call_terminate/*', 'errors', 'only calls that failed have errors'),
  missing('template_components_update/*', 'message_template_*', 'only the components that the template has'),
  missing('edited_message/*', 'messages/[]/edit/message/context', 'its meaning is not documented'),
];

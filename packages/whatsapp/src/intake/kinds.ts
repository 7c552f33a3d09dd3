import type { UpdateKind } from './update.ts';

/** A field whose value holds lists, each item of which is an update of its own. */
export type Lists = Readonly<Record<string, UpdateKind>>;

const groups: Lists = { groups: 'group' };
const echoes: Lists = { message_echoes: 'echo' };

/** Whatever else stands in such a value belongs to each of its items. */
export const listsOfFields = new Map<string, Lists>([
  ['messages', { messages: 'message', statuses: 'status', errors: 'number-error', user_actions: 'click' }],
  ['calls', { calls: 'call', statuses: 'call-status' }],
  ['smb_message_echoes', echoes],
  ['message_echoes', echoes],
  ['smb_app_state_sync', { state_sync: 'phone-contact' }],
  // Files of chats from before the number was connected follow by themselves.
  ['history', { history: 'history', messages: 'history-file', message_echoes: 'history-file' }],
  ['user_preferences', { user_preferences: 'preference' }],
  ['user_id_update', { user_id_update: 'identity' }],
  ['automatic_events', { automatic_events: 'conversion' }],
  ['group_lifecycle_update', groups],
  ['group_participants_update', groups],
  ['group_settings_update', groups],
  ['group_status_update', groups],
  // What `messages` would have told, while somebody else answers the customer.
  ['standby', { messages: 'standby-message', message_echoes: 'standby-echo', statuses: 'standby-status' }],
]);

/** Fields whose value is one update. */
export const kindsOfFields = new Map<string, UpdateKind>([
  ['message_template_status_update', 'template'],
  ['message_template_quality_update', 'template'],
  ['message_template_components_update', 'template'],
  ['template_category_update', 'template'],
  ['template_correct_category_detection', 'template'],
  ['account_update', 'account'],
  ['account_alerts', 'account'],
  ['account_review_update', 'account'],
  ['account_settings_update', 'account'],
  ['business_capability_update', 'account'],
  ['business_status_update', 'account'],
  ['payment_configuration_update', 'account'],
  ['partner_solutions', 'account'],
  ['phone_number_name_update', 'number'],
  ['phone_number_quality_update', 'number'],
  ['security', 'number'],
  ['business_username_update', 'number'],
  ['business_username_updates', 'number'],
  ['flows', 'flow'],
  ['messaging_handovers', 'handover'],
]);

import { isObject } from '../../src/world/json.ts';
import { readAt } from '../fill.ts';
import type { Heard } from './receiver.ts';

type Fits = (heard: Heard) => boolean;

const valueOf =
  (field: string, fits: (value: Record<string, unknown>) => boolean): Fits =>
  (heard) =>
    heard.field === field && fits(heard.value);

const anyOf = (field: string): Fits => valueOf(field, () => true);

const has = (field: string, at: string, wanted: unknown): Fits =>
  valueOf(field, (value) => readAt(value, at) === wanted);

/** A message that is not from a group and has such properties; `context` only where it is named. */
const message = (type: string, ...properties: string[]): Fits =>
  valueOf('messages', (value) => {
    const one = readAt(value, 'messages.0');
    if (!isObject(one) || one.type !== type || one.group_id !== undefined) return false;
    const named = (name: string) => properties.some((at) => at === name || at.startsWith(`${name}.`));
    const isPlain = ['context', 'referral'].every((name) => name in one === named(name));
    return isPlain && properties.every((at) => readAt(one, at) !== undefined);
  });

const both =
  (...all: Fits[]): Fits =>
  (heard) =>
    all.every((fits) => fits(heard));

const event = (name: string): Fits => has('account_update', 'event', name);

const status = (name: string): Fits => has('messages', 'statuses.0.status', name);

const toGroup = has('messages', 'statuses.0.recipient_type', 'group');
const notToGroup: Fits = (heard) => !toGroup(heard);

const reply = (type: string): Fits => has('messages', 'messages.0.interactive.type', type);

/** Which webhook is of the kind of a recorded one. */
export const sampleKinds: Record<string, Fits> = {
  'account_update/account_deleted': event('ACCOUNT_DELETED'),
  'account_update/account_reconnected': event('ACCOUNT_RECONNECTED'),
  'account_update/account_violation': event('ACCOUNT_VIOLATION'),
  'account_update/authentication_international_eligibility': event('AUTH_INTL_PRICE_ELIGIBILITY_UPDATE'),
  'account_update/mm_api_for_wa_terms_of_service': event('MM_LITE_TERMS_SIGNED'),
  'account_update/partner_app_installed': event('PARTNER_APP_INSTALLED'),
  'account_update/partner_led_business_verification_status': event(
    'PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE',
  ),
  'account_update/partner_removed_wa_app_disconnection': event('PARTNER_REMOVED'),
  'account_update/pricing_tiering_update': event('VOLUME_BASED_PRICING_TIER_UPDATE'),
  'call_connect/business_initiated': both(
    has('calls', 'calls.0.event', 'connect'),
    has('calls', 'calls.0.direction', 'BUSINESS_INITIATED'),
  ),
  'call_permission_update/accept': reply('call_permission_reply'),
  'call_status/call_status': has('calls', 'statuses.0.status', 'RINGING'),
  'call_terminate/call_terminate': both(
    has('calls', 'calls.0.event', 'terminate'),
    has('calls', 'calls.0.status', 'COMPLETED'),
  ),
  'callback_button/button': reply('button_reply'),
  'callback_button/quick_reply_without_context': has('messages', 'messages.0.type', 'button'),
  'callback_selection/callback': reply('list_reply'),
  'edited_message/image': has('messages', 'messages.0.edit.message.type', 'image'),
  'flow_completion/completion': has('messages', 'messages.0.interactive.nfm_reply.name', 'flow'),
  'message/text': message('text'),
  'message/media_with_url': message('image'),
  'message/document': message('document', 'context.forwarded'),
  'message/voice': both(message('audio'), has('messages', 'messages.0.audio.voice', true)),
  'message/animated_sticker': message('sticker'),
  'message/unreaction_empty': both(
    message('reaction'),
    (heard) => !readAt(heard.value, 'messages.0.reaction.emoji'),
  ),
  'message/current_location': message('location', 'context.forwarded'),
  'message/contacts': message('contacts'),
  'message/unsupported': message('unsupported'),
  'message/reply': message('text', 'context.id'),
  'message/forwarded_many_times': message('text', 'context.frequently_forwarded'),
  'message/referral': message('text', 'referral'),
  'message_status/sent': both(status('sent'), notToGroup),
  'message_status/read': both(status('read'), notToGroup),
  'message_status/failed': both(status('failed'), notToGroup),
  'message_status/group': both(status('read'), toGroup),
  'outgoing_message/text': has('smb_message_echoes', 'message_echoes.0.type', 'text'),
  'outgoing_message/edit': has('smb_message_echoes', 'message_echoes.0.type', 'edit'),
  'system/phone_number_change': has('messages', 'messages.0.system.type', 'user_changed_number'),
  'template_category_update/marketing': both(
    has('template_category_update', 'new_category', 'MARKETING'),
    has('template_category_update', 'correct_category', undefined),
  ),
  'template_components_update/element': anyOf('message_template_components_update'),
  'template_components_update/element/all': anyOf('message_template_components_update'),
  'template_status_update/approved': has('message_template_status_update', 'event', 'APPROVED'),
  'user_marketing_preferences/resume': has('user_preferences', 'user_preferences.0.value', 'resume'),
};

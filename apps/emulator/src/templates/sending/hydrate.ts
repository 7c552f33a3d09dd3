import type { FlowButton, OtpButton, TemplateButton } from '@trikon/whatsapp';
import type { Template } from '../template.ts';
import type { FilledButton } from './fill-buttons.ts';
import type { FilledHeader } from './fill-header.ts';
import type { Filled, FilledPart } from './match.ts';
import { planOf } from './plan.ts';
import type { PartPlan } from './plan.ts';

/** A template message as the customer sees it; media, products and orders are still references. */
export interface ShownTemplate extends ShownPart {
  body: string;
  footer?: string;
  offer?: { text: string; expiresAt?: number };
  cards?: ShownPart[];
  orderStatus?: Record<string, unknown>;
  /** The customer is asked whether the business may call. */
  asksForCalls?: true;
}

export interface ShownPart {
  header?: FilledHeader;
  body?: string;
  buttons: ShownButton[];
}

/** The key is unique in the message: "0", "1", and "2.0" for the first button of the third card. */
export type ShownButton = { key: string; text: string } & (
  | { kind: 'reply'; payload: string }
  | { kind: 'url'; url: string; preview: boolean }
  | { kind: 'phone'; phone: string }
  | { kind: 'copy-code'; code: string }
  | { kind: 'one-time-code'; code: string; otp: OtpButton }
  | { kind: 'flow'; flow: FlowButton; token: string; data?: unknown }
  | { kind: 'call'; ttlMinutes: number; payload?: string }
  | { kind: 'pay'; order: unknown }
  | { kind: 'catalog' | 'products'; action: Record<string, unknown> }
  | { kind: 'product' | 'contact' }
);

export function hydrate(template: Template, filled: Filled): ShownTemplate {
  const plan = planOf(template);
  const { cards = [] } = filled;
  return {
    ...showPart(plan, filled, ''),
    body: filled.body,
    ...(plan.footer !== undefined && { footer: plan.footer }),
    ...(plan.offer && { offer: { text: plan.offer.text, ...showExpiry(filled) } }),
    ...(plan.cards && {
      cards: cards.map((card, at) =>
        showPart(plan.cards?.[plan.productCards ? 0 : at] ?? { buttons: [] }, card, `${at}.`),
      ),
    }),
    ...(filled.orderStatus && { orderStatus: filled.orderStatus }),
    ...(plan.asksForCalls && { asksForCalls: true }),
  };
}

const showExpiry = ({ offerExpiresAt }: Filled) =>
  offerExpiresAt === undefined ? {} : { expiresAt: offerExpiresAt };

function showPart(plan: PartPlan, { header, body, buttons }: FilledPart, prefix: string): ShownPart {
  return {
    ...(header && { header }),
    ...(body !== undefined && { body }),
    buttons: plan.buttons.map((button, at) => showButton(button, buttons[at] ?? {}, `${prefix}${at}`)),
  };
}

/** Meta, 'Call button': a call may be started for a week unless the business says otherwise. */
const weekOfMinutes = 7 * 24 * 60;

function showButton(button: TemplateButton, filled: FilledButton, key: string): ShownButton {
  const shown = { key, text: button.text };
  switch (button.type) {
    case 'QUICK_REPLY':
      return { ...shown, kind: 'reply', payload: filled.payload ?? button.text };
    case 'URL':
      return {
        ...shown,
        kind: 'url',
        url: button.url.replace('{{1}}', () => filled.suffix ?? ''),
        preview: button.payment_link_preview ?? false,
      };
    case 'PHONE_NUMBER':
      return { ...shown, kind: 'phone', phone: button.phone_number };
    case 'COPY_CODE':
      return { ...shown, kind: 'copy-code', code: filled.code ?? '' };
    case 'OTP':
      return { ...shown, kind: 'one-time-code', code: filled.suffix ?? '', otp: button };
    case 'FLOW':
      return { ...shown, kind: 'flow', flow: button, ...showFlow(filled) };
    case 'VOICE_CALL':
      return { ...shown, kind: 'call', ...showCall(filled, button.ttl_minutes) };
    case 'ORDER_DETAILS':
      return { ...shown, kind: 'pay', order: filled.action?.order_details };
    case 'CATALOG':
      return { ...shown, kind: 'catalog', action: filled.action ?? {} };
    case 'MPM':
      return { ...shown, kind: 'products', action: filled.action ?? {} };
    case 'SPM':
      return { ...shown, kind: 'product' };
    case 'REQUEST_CONTACT_INFO':
      break;
  }
  return { ...shown, kind: 'contact' };
}

/** A flow that was sent without a token gets the literal `unused`. */
function showFlow({ action = {} }: FilledButton) {
  const { flow_token, flow_action_data } = action;
  return {
    token: typeof flow_token === 'string' ? flow_token : 'unused',
    ...(flow_action_data !== undefined && { data: flow_action_data }),
  };
}

const showCall = ({ ttlMinutes, payload }: FilledButton, ttl = weekOfMinutes) => ({
  ttlMinutes: ttlMinutes ?? ttl,
  ...(payload !== undefined && { payload }),
});

import type { SendComponent, SendParameter, TemplateButton } from '@trikon/whatsapp';
import { refuse } from '../../graph/errors.ts';

/** What a message gives to one button of its template. */
export interface FilledButton {
  payload?: string;
  /** What stands for the variable of an address, or the one-time code. */
  suffix?: string;
  code?: string;
  ttlMinutes?: number;
  action?: Record<string, unknown>;
}

export type SendButton = Extract<SendComponent, { type: 'button' }>;

type Type = TemplateButton['type'];

/** The names of kinds in Meta's refusals, and the `sub_type` that fills them; the others take nothing. */
const kinds: Record<Type, { name: string; subType?: string }> = {
  QUICK_REPLY: { name: 'QuickReply', subType: 'quick_reply' },
  URL: { name: 'Url', subType: 'url' },
  OTP: { name: 'Url', subType: 'url' },
  COPY_CODE: { name: 'CopyCode', subType: 'copy_code' },
  FLOW: { name: 'Flow', subType: 'flow' },
  CATALOG: { name: 'Catalog', subType: 'catalog' },
  MPM: { name: 'Mpm', subType: 'mpm' },
  ORDER_DETAILS: { name: 'OrderDetails', subType: 'order_details' },
  VOICE_CALL: { name: 'VoiceCall', subType: 'voice_call' },
  PHONE_NUMBER: { name: 'PhoneNumber' },
  REQUEST_CONTACT_INFO: { name: 'RequestContactInfo' },
  SPM: { name: 'Spm' },
};

export function fillButtons(
  buttons: readonly TemplateButton[],
  components: readonly SendButton[],
): FilledButton[] {
  const filled: FilledButton[] = [];
  for (const component of components) {
    const at = placeOf(component, buttons);
    const button = buttons[at];
    if (!button) refuse(132018, `buttons: Button at index ${at} does not exist in the template`);
    filled[at] = fillButton(button, at, component);
  }
  return buttons.map((button, at) => filled[at] ?? leaveEmpty(button, at));
}

/** Meta's example of a call button goes without an index: there is only one. */
function placeOf({ index }: SendButton, buttons: readonly TemplateButton[]): number {
  return index === undefined ? buttons.findIndex(({ type }) => type === 'VOICE_CALL') : Number(index);
}

const alwaysNeed = new Set<Type>(['CATALOG', 'COPY_CODE', 'FLOW', 'MPM', 'ORDER_DETAILS', 'OTP']);

const needsValue = (button: TemplateButton): boolean =>
  button.type === 'URL' ? button.url.includes('{{') : alwaysNeed.has(button.type);

const leaveEmpty = (button: TemplateButton, at: number): FilledButton =>
  needsValue(button)
    ? refuse(131008, `buttons: Button at index ${at} of type ${kinds[button.type].name} requires a parameter`)
    : {};

function fillButton(
  button: TemplateButton,
  at: number,
  { sub_type, parameters = [] }: SendButton,
): FilledButton {
  const { name, subType } = kinds[button.type];
  if (sub_type !== subType) {
    refuse(132012, `buttons: Format mismatch at index ${at}, expected ${name}, received ${sub_type}`);
  }
  if (parameters.length === 0) return leaveEmpty(button, at);
  if (button.type === 'URL' && !needsValue(button)) {
    refuse(132018, `buttons: Button at index ${at} of type Url does not take a parameter`);
  }
  const filled: FilledButton = {};
  for (const parameter of parameters) Object.assign(filled, valueOf(parameter, at));
  return filled;
}

function valueOf(parameter: SendParameter, at: number): FilledButton {
  if (parameter.type === 'payload') return { payload: parameter.payload };
  if (parameter.type === 'text') return { suffix: parameter.text };
  if (parameter.type === 'coupon_code') return { code: parameter.coupon_code };
  if (parameter.type === 'ttl_minutes') return { ttlMinutes: parameter.ttl_minutes };
  if (parameter.type === 'action') return { action: parameter.action };
  return refuse(132012, `buttons: Format mismatch at index ${at}, received ${parameter.type}`);
}

import type { TemplateButton } from '@trikon/whatsapp';
import { refuse } from '../../graph/errors.ts';
import { given, givenList, isGiven, readIndex, requireText, typeOf } from './read-parameters.ts';
import type { Given } from './read-parameters.ts';

/** What a message gives to one button of its template. */
export interface FilledButton {
  payload?: string;
  /** What stands for the variable of an address, or the one-time code. */
  suffix?: string;
  code?: string;
  ttlMinutes?: number;
  action?: Record<string, unknown>;
}

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
  components: readonly Given[],
): FilledButton[] {
  const filled: FilledButton[] = [];
  for (const component of components) {
    const at = placeOf(component, buttons);
    const button = buttons[at];
    if (!button) refuse(132018, `buttons: Button at index ${at} does not exist in the template`);
    if (filled[at]) refuse(132018, `buttons: Button at index ${at} is given more than once`);
    filled[at] = fillButton(button, at, component);
  }
  return buttons.map((button, at) => filled[at] ?? leaveEmpty(button, at));
}

/** Meta's example of a call button goes without an index: there is only one. */
function placeOf(component: Given, buttons: readonly TemplateButton[]): number {
  const subType = typeof component.sub_type === 'string' ? component.sub_type.toLowerCase() : '';
  if (subType === '') refuse(131008, 'buttons: sub_type of a button component is required');
  return component.index === undefined && subType === 'voice_call'
    ? buttons.findIndex(({ type }) => type === 'VOICE_CALL')
    : readIndex(component.index, 'buttons: index of a button component');
}

const needsValue = (button: TemplateButton): boolean => {
  if (button.type === 'URL') return button.url.includes('{{');
  return ['CATALOG', 'COPY_CODE', 'FLOW', 'MPM', 'ORDER_DETAILS', 'OTP'].includes(button.type);
};

const leaveEmpty = (button: TemplateButton, at: number): FilledButton =>
  needsValue(button) ? refuseMissing(button, at) : {};

const refuseMissing = (button: TemplateButton, at: number): never =>
  refuse(131008, `buttons: Button at index ${at} of type ${kinds[button.type].name} requires a parameter`);

function fillButton(button: TemplateButton, at: number, component: Given): FilledButton {
  const { name, subType } = kinds[button.type];
  if (String(component.sub_type).toLowerCase() !== subType) {
    refuse(
      132012,
      `buttons: Format mismatch at index ${at}, expected ${name}, received ${String(component.sub_type)}`,
    );
  }
  const parameters = givenList(component.parameters, 'button parameters').map((one) =>
    given(one, 'button parameter'),
  );
  const [first] = parameters;
  if (!first) return leaveEmpty(button, at);
  if (button.type === 'VOICE_CALL') return fillCall(parameters);
  if (parameters.length > 1) {
    refuse(
      132000,
      `buttons: number of params (${parameters.length}) of the button at index ${at} does not match the expected number of params (1)`,
    );
  }
  return fillers[button.type]?.(first, button, at) ?? {};
}

type Filler = (parameter: Given, button: TemplateButton, at: number) => FilledButton;

const action: Filler = (parameter, button, at) => ({
  action: expect(parameter, 'action', button, at, isGiven),
});

const fillers: Partial<Record<Type, Filler>> = {
  QUICK_REPLY: (parameter, button, at) => {
    const payload = expect(parameter, 'payload', button, at, isText);
    return payload.length <= 128
      ? { payload }
      : refuse(131009, `buttons: payload of the button at index ${at} has more than 128 characters`);
  },
  URL: (parameter, button, at) => {
    if (!needsValue(button)) {
      refuse(132018, `buttons: Button at index ${at} of type Url does not take a parameter`);
    }
    return { suffix: expect(parameter, 'text', button, at, isText) };
  },
  OTP: (parameter, button, at) => ({ suffix: expect(parameter, 'text', button, at, isText) }),
  COPY_CODE: (parameter, button, at) => {
    const code = expect(parameter, 'coupon_code', button, at, isText);
    return code.length <= 15
      ? { code }
      : refuse(131009, `buttons: coupon code of the button at index ${at} has more than 15 characters`);
  },
  FLOW: action,
  CATALOG: action,
  ORDER_DETAILS: (parameter, button, at) => {
    const filled = action(parameter, button, at);
    return isGiven(filled.action?.order_details) ? filled : refuseMissing(button, at);
  },
  MPM: (parameter, button, at) => {
    const filled = action(parameter, button, at);
    checkSections(filled.action ?? {});
    return filled;
  },
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function expect<Value>(
  parameter: Given,
  type: string,
  button: TemplateButton,
  at: number,
  fits: (value: unknown) => value is Value,
): Value {
  if (typeOf(parameter) !== type) {
    refuse(
      132012,
      `buttons: Format mismatch at index ${at}, expected ${type}, received ${typeOf(parameter) || 'UNKNOWN'}`,
    );
  }
  const value = parameter[type];
  return fits(value) ? value : refuseMissing(button, at);
}

/** Meta, 'Multi-product message templates': thirty products in ten sections. */
function checkSections(action: Given): void {
  requireText(action.thumbnail_product_retailer_id, 'buttons: thumbnail_product_retailer_id is required');
  const sections = givenList(action.sections, 'sections').map((section) => given(section, 'section'));
  if (sections.length === 0) refuse(131008, 'buttons: sections are required');
  if (sections.length > 10) refuse(131009, 'buttons: at most 10 sections are allowed');
  const products = sections.flatMap((section) => givenList(section.product_items, 'product_items'));
  if (products.length === 0) refuse(131008, 'buttons: product_items are required');
  if (products.length > 30) refuse(131009, 'buttons: at most 30 products are allowed');
  for (const section of sections) {
    if (sections.length > 1) requireText(section.title, 'buttons: a section needs a title');
    if (typeof section.title === 'string' && section.title.length > 24) {
      refuse(131009, 'buttons: the title of a section has more than 24 characters');
    }
  }
  for (const product of products) {
    requireText(
      given(product, 'product_item').product_retailer_id,
      'buttons: product_retailer_id is required',
    );
  }
}

function fillCall(parameters: Given[]): FilledButton {
  const filled: FilledButton = {};
  for (const parameter of parameters) {
    if (typeOf(parameter) === 'ttl_minutes') filled.ttlMinutes = readMinutes(parameter.ttl_minutes);
    else if (typeOf(parameter) === 'payload')
      filled.payload = requireText(parameter.payload, 'buttons: payload');
    else refuse(132012, `buttons: Format mismatch, a call button takes ttl_minutes and payload`);
  }
  return filled;
}

function readMinutes(value: unknown): number {
  const minutes = readIndex(value, 'buttons: ttl_minutes');
  return minutes >= 1 && minutes <= 43_200
    ? minutes
    : refuse(131009, 'buttons: ttl_minutes has to be between 1 and 43200');
}

import type { TemplateButton, TemplateButtons, TemplateCategory } from '@trikon/whatsapp';
import { readInteger, readList, readObject, readOptionalText, readText, readWord } from './reading.ts';
import type { Fields } from './reading.ts';
import { checkLength, refuseContent, refuseMissing, refuseTemplate } from './refusals.ts';
import { isPlain } from './texts.ts';
import { variablesIn } from './variables.ts';

type Kind = Exclude<TemplateButton['type'], 'OTP'>;

/** How many of each a template may have (Meta, 'Template components': buttons). */
const most: Record<Kind, number> = {
  QUICK_REPLY: 10,
  URL: 2,
  PHONE_NUMBER: 1,
  COPY_CODE: 1,
  FLOW: 1,
  CATALOG: 1,
  MPM: 1,
  SPM: 1,
  VOICE_CALL: 1,
  ORDER_DETAILS: 1,
  REQUEST_CONTACT_INFO: 1,
};

const kinds = Object.keys(most) as Kind[];

/** Buttons whose label WhatsApp writes itself. */
const labels: Partial<Record<Kind, string[]>> = {
  COPY_CODE: ['Copy offer code', 'Copy code'],
  CATALOG: ['View catalog'],
  MPM: ['View items'],
  SPM: ['View'],
  ORDER_DETAILS: ['Review and Pay', 'Buy now'],
  REQUEST_CONTACT_INFO: ['Share contact info'],
};

export function readButtons(given: Fields, limit = 10): TemplateButtons {
  const list = readList(given.buttons ?? refuseMissing('BUTTONS', 'buttons'), 'buttons');
  if (list.length === 0) refuseMissing('BUTTONS', 'buttons');
  if (list.length > limit) refuseTemplate('buttonFormat', `At most ${limit} buttons are allowed here.`);
  const buttons = list.map((button, at) => readButton(readObject(button, `buttons[${at}]`)));
  checkCounts(buttons);
  checkOrder(buttons);
  return { type: 'BUTTONS', buttons };
}

function readButton(given: Fields): TemplateButton {
  const type = readKind(given.type);
  if (type === 'COPY_CODE') return readCopyCode(given);
  const text = readLabel(given, type);
  if (type === 'URL') return readUrl(given, text);
  if (type === 'PHONE_NUMBER') return { type, text, phone_number: readPhone(given.phone_number) };
  if (type === 'FLOW') return readFlow(given, text);
  return type === 'VOICE_CALL' ? { type, text, ...readCallTime(given.ttl_minutes) } : { type, text };
}

function readKind(type: unknown): Exclude<TemplateButton['type'], 'OTP'> {
  if (typeof type === 'string' && type.toUpperCase() === 'OTP') {
    refuseContent('Button type is not allowed', 'OTP buttons can only be used in authentication templates.');
  }
  return readWord(type ?? refuseMissing('BUTTONS', 'type'), kinds, 'type');
}

function readLabel(given: Fields, type: Kind): string {
  const fixed = labels[type];
  const text = readOptionalText(given.text, 'text') ?? fixed?.[0] ?? '';
  if (text.trim() === '') refuseMissing('BUTTONS', 'text');
  if (fixed && !fixed.some((label) => label.toLowerCase() === text.toLowerCase())) {
    refuseTemplate('buttonFormat', `The text of a ${type} button has to be "${fixed.join('" or "')}".`);
  }
  if (!isPlain(text) || text.includes('{{')) {
    refuseTemplate(
      'buttonFormat',
      "Buttons can't have any variables, newlines, emojis or formatting characters.",
    );
  }
  return checkLength(text, type === 'VOICE_CALL' ? 20 : 25, 'button text');
}

function readUrl(given: Fields, text: string): TemplateButton {
  const url = checkLength(
    readText(given.url ?? refuseMissing('BUTTONS', 'url'), 'url'),
    2000,
    'button address',
  );
  const variables = variablesIn(url);
  if (!isWebAddress(url.replaceAll('{{1}}', '1'))) {
    refuseTemplate('buttonFormat', `The button address "${url}" is not a valid URL.`);
  }
  if (variables.length > 0 && (url.match(/\{\{/g)?.length !== 1 || !url.endsWith('{{1}}'))) {
    refuseTemplate('buttonFormat', 'A button address can have one variable, {{1}}, and only at its end.');
  }
  const preview = given.payment_link_preview === true && { payment_link_preview: true };
  if (variables.length === 0) return { type: 'URL', text, url, ...preview };
  return { type: 'URL', text, url, example: readExample(given.example), ...preview };
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url);
}

function readExample(example: unknown): string[] {
  const [first, ...rest] = (Array.isArray(example) ? example : [example]) as unknown[];
  if (typeof first !== 'string' || first === '' || rest.length > 0)
    return refuseMissing('BUTTONS', 'example');
  return [first];
}

/** A coupon code has at most 15 characters; Meta's coupon page says 20, every other page 15. */
function readCopyCode(given: Fields): TemplateButton {
  const [code = ''] = readExample(given.example);
  checkLength(code, 15, 'coupon code');
  return { type: 'COPY_CODE', text: readLabel(given, 'COPY_CODE'), example: [code] };
}

function readPhone(phone: unknown): string {
  const text = checkLength(
    readText(phone ?? refuseMissing('BUTTONS', 'phone_number'), 'phone_number'),
    20,
    'phone number',
  );
  const valid = /^\+?[\d\s()-]{3,}$/.test(text);
  return valid ? text : refuseTemplate('buttonFormat', `The phone number "${text}" is not valid.`);
}

function readFlow(given: Fields, text: string): TemplateButton {
  const ways = ['flow_id', 'flow_name', 'flow_json'].filter((key) => given[key] !== undefined);
  if (ways.length !== 1) refuseMissing('BUTTONS', 'one of flow_id, flow_name, flow_json');
  const [way = ''] = ways;
  const action = readWord(given.flow_action ?? 'navigate', ['NAVIGATE', 'DATA_EXCHANGE'], 'flow_action');
  const screen = readOptionalText(given.navigate_screen, 'navigate_screen');
  const icon =
    given.icon === undefined ? undefined : readWord(given.icon, ['DOCUMENT', 'PROMOTION', 'REVIEW'], 'icon');
  return {
    type: 'FLOW',
    text,
    [way]: typeof given[way] === 'number' ? String(given[way]) : readText(given[way], way),
    flow_action: action === 'NAVIGATE' ? 'navigate' : 'data_exchange',
    ...(screen && { navigate_screen: screen }),
    ...(icon && { icon }),
  };
}

function readCallTime(minutes: unknown) {
  if (minutes === undefined) return {};
  const ttl_minutes = readInteger(minutes, 'ttl_minutes');
  if (ttl_minutes < 1440 || ttl_minutes > 43_200) {
    refuseContent('Invalid call button', 'ttl_minutes has to be between 1440 and 43200.');
  }
  return { ttl_minutes };
}

function checkCounts(buttons: TemplateButton[]): void {
  for (const kind of kinds) {
    if (buttons.filter((button) => button.type === kind).length > most[kind]) {
      refuseTemplate('buttonFormat', `At most ${most[kind]} ${kind} button(s) are allowed.`);
    }
  }
}

/** Quick replies stand together, before or after all others (Meta, 'Template components': buttons). */
function checkOrder(buttons: TemplateButton[]): void {
  const quick = buttons.map((button) => button.type === 'QUICK_REPLY');
  const first = quick.indexOf(true);
  const last = quick.lastIndexOf(true);
  const together = quick.slice(first, last + 1).every(Boolean);
  if (first >= 0 && !(together && (first === 0 || last === buttons.length - 1))) {
    refuseTemplate(
      'buttonFormat',
      'Quick reply buttons have to stand together, before or after all other buttons.',
    );
  }
}

/** Buttons that only some categories may carry. */
export function checkCategory(
  buttons: TemplateButton[],
  category: TemplateCategory,
  displayFormat?: string,
): void {
  const pays = buttons.some((button) => button.type === 'ORDER_DETAILS');
  if (pays && category === 'MARKETING' && displayFormat !== 'ORDER_DETAILS') {
    refuseContent(
      'Order details button is not allowed',
      'A marketing template with an order details button needs display_format ORDER_DETAILS.',
    );
  }
}

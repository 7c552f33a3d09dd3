import { namesIn, type ShownValue } from '../format/filled-text.ts';
import { codeWords } from './code-words.ts';
import type { ButtonKind, DrawnButton } from './drawn.ts';
import { textIn, type Loose } from './loose-json.ts';
import { phoneWords } from './phone-words.ts';

interface Surroundings {
  place: string;
  language: string;
  isCode: boolean;
  valueFor: (slot: string) => ShownValue | undefined;
}

const kinds: Record<string, ButtonKind> = {
  QUICK_REPLY: 'reply',
  URL: 'link',
  PHONE_NUMBER: 'phone',
  COPY_CODE: 'copy',
  OTP: 'copy',
  FLOW: 'flow',
  CATALOG: 'catalog',
  MPM: 'products',
  SPM: 'products',
  VOICE_CALL: 'call',
  ORDER_DETAILS: 'order',
  REQUEST_CONTACT_INFO: 'contact',
};

export function drawButton(button: Loose, { place, language, isCode, valueFor }: Surroundings): DrawnButton {
  const type = textIn(button, 'type').toUpperCase();
  const text = textIn(button, 'text');
  // Meta reports the button of a code as one that opens an address.
  if (type === 'OTP' || (isCode && type === 'URL'))
    return { place, kind: 'copy', label: text || codeWords(language).copy, leads: null };
  const kind = kinds[type] ?? 'reply';
  if (kind === 'copy')
    return {
      place,
      kind,
      label: phoneWords(language).copyOffer,
      leads: valueFor('coupon')?.text || textIn(button, 'example') || null,
    };
  return { place, kind, label: text, leads: leadsOf(kind, button, valueFor) };
}

function leadsOf(kind: ButtonKind, button: Loose, valueFor: Surroundings['valueFor']): string | null {
  if (kind === 'phone') return textIn(button, 'phone_number') || null;
  if (kind !== 'link') return null;
  const url = textIn(button, 'url');
  const [name] = namesIn(url);
  // What is filled in may be the whole address: Meta takes examples of both kinds.
  const value = name === undefined ? undefined : valueFor('url')?.text;
  if (value && /^https?:\/\//.test(value)) return value;
  return url.replace(/\{\{[^{}]*\}\}/, (whole) => value || whole) || null;
}

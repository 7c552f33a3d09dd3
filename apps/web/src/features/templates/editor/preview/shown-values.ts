import type { TemplateContent } from '@trikon/contract';
import { inLocalWords } from '@trikon/contract/template-rules';
import type { ShownValue } from '../../../../whatsapp/format/filled-text.ts';
import { baseOf } from '../../../../whatsapp/template/phone-words.ts';
import { knownOf } from '../content/edit-variables.ts';
import type { Contact } from '../queries.ts';

/** With samples; or with what a contact has, and where they have nothing, with what stands in for it. */
export function shownValue(
  content: TemplateContent,
  contact: Contact | null,
  { place, language }: { place: string; language: string },
): ShownValue | undefined {
  const { sample, fallback, source } = knownOf(content, place);
  if (contact === null || source === null)
    return sample === '' ? undefined : { text: sample, origin: 'sample' };
  const own = inLocalWords(attributeOf(contact, source, language), language);
  if (own !== '') return { text: own, origin: 'contact' };
  return fallback ? { text: fallback, origin: 'fallback' } : undefined;
}

function attributeOf(contact: Contact, source: string, language: string): string {
  const [, first = '', key] = source.split('.');
  if (first === 'field') return asText(contact.fields[key ?? ''], language);
  if (first === 'name') return contact.name ?? contact.profileName ?? '';
  const known: Record<string, string | null> = {
    city: contact.city,
    phone: contact.phone,
    email: contact.email,
    language: contact.language,
  };
  return known[first] ?? '';
}

const yesAndNo: Record<string, readonly [yes: string, no: string]> = {
  en: ['Yes', 'No'],
  hi: ['हाँ', 'नहीं'],
  bn: ['হ্যাঁ', 'না'],
  mr: ['होय', 'नाही'],
  te: ['అవును', 'కాదు'],
  ta: ['ஆம்', 'இல்லை'],
  gu: ['હા', 'ના'],
  kn: ['ಹೌದು', 'ಇಲ್ಲ'],
  ml: ['അതെ', 'ഇല്ല'],
  pa: ['ਹਾਂ', 'ਨਹੀਂ'],
  ur: ['ہاں', 'نہیں'],
};

const asText = (value: unknown, language: string): string => {
  if (typeof value === 'boolean') {
    const [yes, no] = yesAndNo[baseOf(language)] ?? yesAndNo['en']!;
    return value ? yes : no;
  }
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

import type { TemplateContent } from '@trikon/contract';
import type { ShownValue } from '../../../../whatsapp/format/filled-text.ts';
import { knownOf } from '../content/edit-variables.ts';
import type { Contact } from '../queries.ts';

/** With samples; or with what a contact has, and where they have nothing, with what stands in for it. */
export function shownValue(
  content: TemplateContent,
  contact: Contact | null,
  place: string,
): ShownValue | undefined {
  const { sample, fallback, source } = knownOf(content, place);
  if (contact === null || source === null)
    return sample === '' ? undefined : { text: sample, origin: 'sample' };
  const own = attributeOf(contact, source);
  if (own !== '') return { text: own, origin: 'contact' };
  return fallback ? { text: fallback, origin: 'fallback' } : undefined;
}

function attributeOf(contact: Contact, source: string): string {
  const [, first = '', key] = source.split('.');
  if (first === 'field') return asText(contact.fields[key ?? '']);
  if (first === 'name') return contact.name ?? contact.profileName ?? '';
  const known: Record<string, string | null> = {
    city: contact.city,
    phone: contact.phone,
    email: contact.email,
    language: contact.language,
  };
  return known[first] ?? '';
}

const asText = (value: unknown): string => {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

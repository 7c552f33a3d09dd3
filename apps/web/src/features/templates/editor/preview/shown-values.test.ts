import type { TemplateContent } from '@trikon/contract';
import { expect, test } from 'vitest';
import type { Contact } from '../queries.ts';
import { shownValue } from './shown-values.ts';

const content = {
  variables: {
    'body.name': { sample: 'Asha', fallback: 'friend', source: 'contact.name' },
    'body.size': { sample: 'M', fallback: null, source: 'contact.field.size' },
    'body.gift': { sample: 'Yes', fallback: null, source: 'contact.field.gift' },
    'body.day': { sample: '1 May', fallback: null, source: 'contact.field.birthday' },
    'body.order': { sample: 'SS-1', fallback: null, source: null },
  },
} as unknown as TemplateContent;

const at = (place: string, language = 'en') => ({ place, language });

const contact = { name: null, profileName: null, fields: { size: ['L', 'XL'] } } as unknown as Contact;

test('samples are shown as samples', () => {
  expect(shownValue(content, null, at('body.name'))).toEqual({ text: 'Asha', origin: 'sample' });
  expect(shownValue(content, null, at('body.gone'))).toBeUndefined();
});

test('a contact’s own values are shown, what they lack has its stand-in, and what is given when sending its sample', () => {
  expect(shownValue(content, contact, at('body.name'))).toEqual({ text: 'friend', origin: 'fallback' });
  expect(shownValue(content, contact, at('body.size'))).toEqual({ text: 'L, XL', origin: 'contact' });
  expect(shownValue(content, contact, at('body.order'))).toEqual({ text: 'SS-1', origin: 'sample' });
  const poor = { ...contact, fields: {} };
  expect(shownValue(content, poor, at('body.size'))).toBeUndefined();
});

test('yes, no and days are in the language of the template', () => {
  const fields = { gift: false, birthday: '1990-12-31' };
  const asha = { ...contact, fields } as unknown as Contact;
  const said = (place: string, language: string) => shownValue(content, asha, at(place, language))?.text;
  expect(said('body.gift', 'hi')).toBe('नहीं');
  expect(said('body.gift', 'en_GB')).toBe('No');
  expect(said('body.day', 'hi')).toBe('31 दिसंबर 1990');
});

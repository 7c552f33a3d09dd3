import type { TemplateContent } from '@trikon/contract';
import { expect, test } from 'vitest';
import type { Contact } from '../queries.ts';
import { shownValue } from './shown-values.ts';

const content = {
  variables: {
    'body.name': { sample: 'Asha', fallback: 'friend', source: 'contact.name' },
    'body.size': { sample: 'M', fallback: null, source: 'contact.field.size' },
    'body.order': { sample: 'SS-1', fallback: null, source: null },
  },
} as unknown as TemplateContent;

const contact = { name: null, profileName: null, fields: { size: ['L', 'XL'] } } as unknown as Contact;

test('samples are shown as samples', () => {
  expect(shownValue(content, null, 'body.name')).toEqual({ text: 'Asha', origin: 'sample' });
  expect(shownValue(content, null, 'body.gone')).toBeUndefined();
});

test('a contact’s own values are shown, what they lack has its stand-in, and what is given when sending its sample', () => {
  expect(shownValue(content, contact, 'body.name')).toEqual({ text: 'friend', origin: 'fallback' });
  expect(shownValue(content, contact, 'body.size')).toEqual({ text: 'L, XL', origin: 'contact' });
  expect(shownValue(content, contact, 'body.order')).toEqual({ text: 'SS-1', origin: 'sample' });
  const poor = { ...contact, fields: {} };
  expect(shownValue(content, poor, 'body.size')).toBeUndefined();
});

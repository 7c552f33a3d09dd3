import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPhone } from '../../phone/read-phone.ts';
import { csvLine } from '../../exports/csv-line.ts';
import { createCsvParser } from '../reading/csv-parser.ts';
import { mergeRow, withChanges, withoutChanges, type KnownContact } from '../apply/merge-row.ts';
import { cleanCell } from './clean-cell.ts';
import { readPhoneCell } from './read-phone-cell.ts';
import { guessPlan } from './guess-plan.ts';
import type { ImportRow } from './read-row.ts';

test('the short way to an Indian number ends where the long one does', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', '+91', '91', '0'),
      fc.stringMatching(/^[1-9]\d{9}$/),
      fc.constantFrom('', ' ', '-'),
      (code, digits, gap) => {
        const text = `${code}${gap}${digits.slice(0, 5)}${gap}${digits.slice(5)}`;
        const long = readPhone(text, 'IN');
        expect(readPhoneCell(text, 'IN')).toEqual('problem' in long ? { problem: 'phone_no_number' } : long);
      },
    ),
  );
});

test.each([
  ['9.19877E+11', { problem: 'phone_rounded' }],
  ['9,19877E+11', { problem: 'phone_rounded' }],
  ['9.19825012345E+11', { phone: '+919825012345', country: 'IN' }],
  ['919825012345.0', { phone: '+919825012345', country: 'IN' }],
  ['="9825012345"', { phone: '+919825012345', country: 'IN' }],
  ['1234', { problem: 'phone_no_number' }],
])('a phone that a spreadsheet made %s is read or said to be lost', (cell, read) => {
  expect(readPhoneCell(cell, 'IN')).toEqual(read);
});

test('whatever is exported is no formula, and is what it was when it comes in again', () => {
  const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', 'a', '"', ',', '1') });
  fc.assert(
    fc.property(text, (value) => {
      const line = csvLine([value, 'end']);
      const [[cell = ''] = []] = createCsvParser(',').take(`${line}x`);
      expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      expect(cleanCell(cell)).toBe(value);
    }),
  );
});

const empty = { name: null, email: null, city: null, language: null, ownerId: null };
const row = (given: Partial<ImportRow>): ImportRow & { tagIds: string[] } => ({
  row: 2,
  key: '+919825012345',
  phone: '+919825012345',
  country: 'IN',
  ...empty,
  tags: [],
  tagIds: ['t1', 't2'],
  fields: {},
  consents: [],
  ...given,
});
const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null });
const contact = fc
  .record({ name: value, city: value, size: value, tags: fc.subarray(['t1', 't3']) })
  .map(({ name, city, size, tags }): KnownContact => ({
    contactId: 'c1',
    phone: '+919825012345',
    ...empty,
    name,
    city,
    tags,
    fields: size === null ? {} : { size },
  }));

test('taking changes back leads to what was there, under each policy', () => {
  fc.assert(
    fc.property(contact, value, value, fc.constantFrom('fill', 'overwrite'), (before, name, size, policy) => {
      const changes = mergeRow(before, row({ name, fields: size === null ? {} : { size } }), policy);
      if (changes !== null) expect(withoutChanges(withChanges(before, changes), changes)).toEqual(before);
      if (policy === 'fill' && before.name !== null) expect(changes?.after).not.toHaveProperty('name');
    }),
  );
});

test('columns are guessed by their names in both languages, each thing once', () => {
  const rows = [
    ['ग्राहक का नाम', 'WhatsApp No.', 'Alternate mobile', 'ईमेल', 'Ring size'],
    ['', '', '', '', ''],
  ];
  const fields = [{ key: 'ring', name: 'Ring size' }];
  expect(guessPlan({ rows, header: true, fields, country: 'IN' }).columns).toEqual([
    { kind: 'name' },
    { kind: 'phone' },
    null,
    { kind: 'email' },
    { kind: 'field', key: 'ring' },
  ]);
});

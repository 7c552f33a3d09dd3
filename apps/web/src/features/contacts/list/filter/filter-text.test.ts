import { expect, it } from 'vitest';
import { filterOf, linesFromText, linesToText, noLines, type Lines } from './filter-text.ts';

const beginningOf = (day: string): string => `${day}T00:00:00.000Z`;

it('comes back from an address as it went into it, whatever was typed', () => {
  const lines: Lines = {
    match: 'any',
    lines: [
      { subject: 'city', op: 'contains', value: 'a.b~c%20 साड़ी&=' },
      { subject: 'field:ring_size', op: 'more', value: '1,000.50' },
      { subject: 'phone', op: 'no', value: '' },
    ],
  };
  expect(linesFromText(linesToText(lines))).toEqual(lines);
});

it('forgets what an address cannot mean', () => {
  for (const text of [undefined, '', 'some~city.is.Surat', 'all~%E0%A4%A', 'all~.']) {
    expect(linesFromText(text).lines).toEqual([]);
  }
  expect(linesToText(noLines)).toBeUndefined();
});

it('asks the server for what is filled in, and for nothing else', () => {
  const lines = linesFromText(
    'all~tag.has.t1~city.is.~city.empty.~owner.is_not.nobody~consent.granted.promotions~blocked.no.~created.after.2026-11-01~last_message.before.soon~last_message.never.~field:vip.yes.~what.is.it',
  );
  expect(filterOf(lines, beginningOf)).toEqual({
    match: 'all',
    conditions: [
      { kind: 'tag', op: 'has', tagIds: ['t1'] },
      { kind: 'attribute', name: 'city', op: 'empty', values: [] },
      { kind: 'owner', op: 'is_not', ownerIds: [null] },
      { kind: 'consent', purpose: 'promotions', state: 'granted' },
      { kind: 'blocked', is: false },
      { kind: 'created', from: '2026-11-01T00:00:00.000Z' },
      { kind: 'last_message' },
      { kind: 'field', key: 'vip', op: 'is', value: true },
    ],
  });
  expect(filterOf(noLines, beginningOf)).toBeUndefined();
});

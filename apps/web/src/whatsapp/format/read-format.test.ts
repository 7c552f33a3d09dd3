import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillText } from './filled-text.ts';
import { readFormat } from './read-format.ts';
import type { Inline } from './read-inline.ts';

/** The blocks with their words, short enough to read: `b(bold) i(italic) s(struck) c(code)`. */
function drawn(text: string): string[] {
  const inline = (parts: Inline[]): string =>
    parts
      .map((part) => {
        if (part.kind === 'text') return text.slice(part.start, part.end);
        if (part.kind === 'code') return `c(${text.slice(part.start, part.end)})`;
        return `${part.kind[0]}(${inline(part.inner)})`;
      })
      .join('');
  return readFormat(text).map((block) =>
    block.kind === 'list'
      ? `${block.ordered ? block.first : '•'} ${block.items.map((item) => inline(item.inner)).join(' | ')}`
      : `${block.kind === 'quote' ? '> ' : ''}${inline(block.inner)}`,
  );
}

test.each([
  ['*Diwali* is _here_, ~₹4,999~', ['b(Diwali) is i(here), s(₹4,999)']],
  ['*_both_*', ['b(i(both))']],
  ['2*3*4 and snake_case_name', ['2*3*4 and snake_case_name']],
  ['* not bold*', ['• not bold*']],
  ['*open to the end', ['*open to the end']],
  ['*over\nlines*', ['*over\nlines*']],
  ['**', ['**']],
  ['rate*5* and so * x* on', ['rate*5* and so * x* on']],
  ['a ```b *c*\n- d``` e', ['a c(b *c*\n- d) e']],
  ['`code` and ``', ['c(code) and ``']],
  ['Bring:\n- Aadhaar\n- *X-ray*\n1. Come\n2. Wait', ['Bring:', '• Aadhaar | b(X-ray)', '1 Come | Wait']],
  ['> said\nanswer', ['> said', 'answer']],
  ['*धन्यवाद* आशा', ['b(धन्यवाद) आशा']],
  ['(*bold*)!', ['(b(bold))!']],
])('%j is drawn as WhatsApp does', (text, blocks) => {
  expect(drawn(text)).toEqual(blocks);
});

test('no word is lost, doubled or moved, whatever is written', () => {
  const pieces = fc.constantFrom(
    '*',
    '_',
    '~',
    '`',
    '```',
    '\n',
    '- ',
    '> ',
    '1. ',
    'आशा',
    'a',
    ' ',
    '👩‍👩‍👧',
    '\u202e',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const places: [number, number][] = [];
      const walk = (inner: Inline[]): void => {
        for (const part of inner)
          if ('inner' in part) walk(part.inner);
          else places.push([part.start, part.end]);
      };
      for (const block of readFormat(text))
        for (const one of 'items' in block ? block.items : [block]) walk(one.inner);
      let before = 0;
      let left = '';
      for (const [start, end] of places) {
        expect(start).toBeGreaterThanOrEqual(before);
        left += text.slice(before, start);
        before = end;
      }
      // Only signs go, and the line breaks that a list or a quote stands for.
      expect((left + text.slice(before)).replaceAll(/[*_~`>\-\n .\d]/g, '')).toBe('');
    }),
  );
});

test('a long text of signs is read in a moment', () => {
  const begun = performance.now();
  readFormat('*a '.repeat(20_000));
  readFormat('`'.repeat(20_000));
  expect(performance.now() - begun).toBeLessThan(1_000);
});

test('a value is marked where it stands, and one with markup is formatted like the rest', () => {
  const filled = fillText('Hi *{{name}}*, {{ order }} {{gone}}', (name) =>
    name === 'name'
      ? { text: '<b>Asha</b>', origin: 'contact' }
      : name === 'order'
        ? { text: '_SS-1_', origin: 'sample' }
        : undefined,
  );
  expect(filled.text).toBe('Hi *<b>Asha</b>*, _SS-1_ {{gone}}');
  expect(filled.marks.map(({ start, end, origin }) => [filled.text.slice(start, end), origin])).toEqual([
    ['<b>Asha</b>', 'contact'],
    ['_SS-1_', 'sample'],
    ['{{gone}}', 'missing'],
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, Markup } from './html.ts';

test('whatever a name holds, it stays text', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const { text } = html`<p title="${name}">${name}</p>`;
      const inner = text.slice('<p title="'.length, -'</p>'.length);
      expect(inner.split('">')).toHaveLength(2);
      expect(inner.replace('">', '')).not.toMatch(/[<>"']|&(?!#\d+;)/);
    }),
  );
});

test('markup, lists of it and nothing are written as they are', () => {
  const items = ['a', 'b'].map((one) => html`<li>${one}</li>`);
  const { text } = html`<ul>
    ${items}${null}${false}${undefined}${7}
  </ul>`;
  expect(text.replaceAll(/\s/g, '')).toBe('<ul><li>a</li><li>b</li>7</ul>');
  expect(new Markup('<hr>').text).toBe('<hr>');
});

import { expect, it } from 'vitest';
import { buttonsIn, reactionsIn, templateName } from './content.ts';

it('finds what can be tapped, whatever kind of question it is', () => {
  const ask = (action: object): unknown => ({ interactive: { type: 'button', action } });
  const buttons = ['Yes, tomorrow', 'Call me'].map((title) => ({
    type: 'reply',
    reply: { id: title, title },
  }));
  expect(buttonsIn(ask({ buttons }))).toEqual(['Yes, tomorrow', 'Call me']);
  expect(buttonsIn(ask({ button: 'Choose a saree', sections: [] }))).toEqual(['Choose a saree']);
  expect(buttonsIn(ask({ name: 'cta_url', parameters: { display_text: 'Track it' } }))).toEqual(['Track it']);
});

it('reads anything without falling over it', () => {
  for (const odd of [
    null,
    undefined,
    7,
    'text',
    [],
    { interactive: null },
    { interactive: { action: { buttons: [null, 3] } } },
  ]) {
    expect(buttonsIn(odd)).toEqual([]);
    expect(reactionsIn(odd)).toEqual([]);
    expect(templateName(odd)).toBe('');
  }
});

it('shows the reactions of both sides, and none that was taken back', () => {
  expect(reactionsIn({ in: { emoji: '🙏', at: 0 }, out: { emoji: null } })).toEqual(['🙏']);
});

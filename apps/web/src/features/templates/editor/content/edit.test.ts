import type { TemplateContent } from '@trikon/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addButton, buttonsOf, changeButton, moveButton, removeButton } from './edit-buttons.ts';
import { addCard, cardsOf, moveCard, removeCardButton, startCarousel } from './edit-cards.ts';
import { asVariableName, changeMedia, changeUse, pruned, renameVariable } from './edit-variables.ts';
import { putPart } from './components.ts';

const empty: TemplateContent = {
  parameterFormat: 'NAMED',
  components: [],
  variables: {},
  media: {},
  messageTtlSeconds: null,
  disclosure: null,
  foreign: [],
};

const codTemplate = (): TemplateContent => {
  const body = putPart(empty, { type: 'BODY', text: 'Hi {{name}}, pay {{amount}}.' });
  const linked = addButton(addButton(addButton(body, 'QUICK_REPLY'), 'URL'), 'COPY_CODE');
  const named = changeButton(linked, 1, { type: 'URL', text: 'Track', url: 'https://a.in/{{1}}' });
  return changeUse(changeUse(named, 'button.1.url', { sample: 'SS-1' }), 'button.2.coupon', {
    sample: 'DIWALI',
  });
};

test('what is known of a button goes where the button goes, and leaves with it', () => {
  const swapped = moveButton(codTemplate(), 2, 1);
  expect(buttonsOf(swapped).map(({ type }) => type)).toEqual(['QUICK_REPLY', 'COPY_CODE', 'URL']);
  expect(swapped.variables).toMatchObject({
    'button.1.coupon': { sample: 'DIWALI' },
    'button.2.url': { sample: 'SS-1' },
  });
  expect(Object.keys(removeButton(swapped, 1).variables)).toEqual(['button.1.url']);
});

test('moves of buttons keep every sample with its button', () => {
  const moves = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 12 });
  fc.assert(
    fc.property(moves, (pairs) => {
      let content = empty;
      for (let at = 0; at < 4; at += 1) {
        content = addButton(content, 'URL');
        content = changeButton(content, at, { type: 'URL', text: `b${at}`, url: 'https://a.in/{{1}}' });
        content = changeUse(content, `button.${at}.url`, { sample: `b${at}` });
      }
      for (const [from, to] of pairs) content = moveButton(content, from, to);
      const labels = buttonsOf(content).map((button) => ('text' in button ? button.text : ''));
      expect(labels.map((_, at) => content.variables[`button.${at}.url`]?.sample)).toEqual(labels);
    }),
  );
});

test('a new quick reply joins the others', () => {
  const content = addButton(addButton(addButton(empty, 'QUICK_REPLY'), 'URL'), 'QUICK_REPLY');
  expect(buttonsOf(content).map(({ type }) => type)).toEqual(['QUICK_REPLY', 'QUICK_REPLY', 'URL']);
});

test('a carousel stands alone, its cards are alike, and a card takes its file along', () => {
  const begun = startCarousel(codTemplate());
  expect(begun.components.map(({ type }) => type)).toEqual(['BODY', 'CAROUSEL']);
  const file = '0198f3a0-0000-7000-8000-000000000001';
  const third = changeMedia(addCard(begun), 'card.2', { mediaId: file });
  expect(moveCard(third, 2, 0).media).toEqual({ 'card.0': { mediaId: file, altText: null } });
  expect(cardsOf(removeCardButton(third, 0)).every(({ components }) => components.length === 2)).toBe(true);
});

test('a variable is renamed in its text, and keeps what is known of it', () => {
  const content = changeUse(codTemplate(), 'body.name', { sample: 'Asha', source: 'contact.name' });
  const renamed = renameVariable(content, 'body.name', 'first_name');
  expect(renamed.components[0]).toMatchObject({ text: 'Hi {{first_name}}, pay {{amount}}.' });
  expect(renamed.variables['body.first_name']).toMatchObject({ sample: 'Asha', source: 'contact.name' });
  expect(renamed.variables['body.name']).toBeUndefined();
});

test('nothing is stored of what is not in the message', () => {
  const content = changeMedia(changeUse(codTemplate(), 'body.gone', { sample: 'x' }), 'header', {
    altText: 'x',
  });
  expect(Object.keys(pruned(content).variables)).toEqual(['button.1.url', 'button.2.coupon']);
  expect(pruned(content).media).toEqual({});
});

test.each([
  ['Festival Name', 'festival_name'],
  ['  2nd Order!', 'nd_order_'],
  ['नाम', ''],
])('%j becomes a name that WhatsApp takes', (typed, name) => {
  expect(asVariableName(typed)).toBe(name);
});

import type { TemplateContent } from '@trikon/contract';
import { expect, test } from 'vitest';
import { cured } from './finding.ts';

const content = {
  components: [
    { type: 'BODY', text: 'Big sale' },
    { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes' }] },
  ],
} as unknown as TemplateContent;

test('a cure changes what its pointer leads to, and leaves what was there before alone', () => {
  const after = cured(content, [
    { op: 'replace', pointer: '/0/text', value: 'Your order' },
    { op: 'add', pointer: '/1/buttons/-', value: { type: 'QUICK_REPLY', text: 'Stop' } },
    { op: 'add', pointer: '/-', value: { type: 'FOOTER', text: 'Reply STOP' } },
  ]);
  expect(after.components).toEqual([
    { type: 'BODY', text: 'Your order' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'Yes' },
        { type: 'QUICK_REPLY', text: 'Stop' },
      ],
    },
    { type: 'FOOTER', text: 'Reply STOP' },
  ]);
  expect(content.components[0]).toEqual({ type: 'BODY', text: 'Big sale' });
});

test('a pointer into nothing, or into what every object has, changes nothing', () => {
  const after = cured(content, [
    { op: 'replace', pointer: '/7/text', value: 'x' },
    { op: 'replace', pointer: '/__proto__/text', value: 'x' },
  ]);
  expect(after).toEqual(content);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ButtonView } from '../../src/phones/card-view.ts';
import type { MessageContent } from '../../src/phones/view.ts';
import { openGallery, type Look, type Stage, type Visit } from './stage.ts';

/** A kind that is added to the contract has to be added here, and so to the gallery. */
const kinds: Record<MessageContent['kind'], true> = {
  text: true,
  image: true,
  video: true,
  sticker: true,
  audio: true,
  document: true,
  location: true,
  'live-location': true,
  contacts: true,
  poll: true,
  card: true,
  cart: true,
  answer: true,
  payment: true,
  call: true,
  notice: true,
  deleted: true,
  unsupported: true,
};

const buttons: Record<ButtonView['kind'], true> = {
  reply: true,
  list: true,
  url: true,
  phone: true,
  'copy-code': true,
  'one-tap': true,
  flow: true,
  catalog: true,
  products: true,
  product: true,
  location: true,
  address: true,
  contact: true,
  'call-permission': true,
  call: true,
  pay: true,
};

const looks: Look[] = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1280 },
  { theme: 'dark', width: 360 },
  { theme: 'light', width: 360 },
  { theme: 'light', width: 768 },
];

let gallery: Stage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.stop());

async function inVisit(look: Look, then: (visit: Visit) => Promise<void>): Promise<void> {
  const visit = await gallery.visit(look);
  await then(visit);
  await visit.leave();
}

const openTemplates = async ({ phone }: Visit): Promise<void> => {
  await phone('meena').getByTestId('chat-row-407722118899').click();
  await phone('meena').getByTestId('carousel').waitFor();
};

describe('the gallery', () => {
  it('draws every kind of message and every kind of button', () =>
    inVisit({}, async (visit) => {
      await openTemplates(visit);
      const seen = await visit.page.evaluate<string[]>(
        `[...document.querySelectorAll('[data-testid]')].map(({ dataset }) => dataset.testid)`,
      );
      const wanted = [
        ...Object.keys(kinds).map((kind) => `message-${kind}`),
        ...Object.keys(buttons).map((kind) => `button-${kind}`),
        ...['sent', 'delivered', 'read', 'played', 'failed'].map((status) => `ticks-${status}`),
        'typing',
        'quoted',
        'forwarded',
        'referral',
        'reactions',
        'edited',
        'link-preview',
        'offer-countdown',
      ];
      expect(wanted.filter((id) => !seen.includes(id))).toEqual([]);
    }));

  it.each(looks)('is without fault at $width px in the $theme', (look) =>
    inVisit(look, async (visit) => {
      expect(await visit.inspect()).toEqual([]);
    }),
  );

  it('shows one phone at a time where there is no room for more', () =>
    inVisit({ width: 360 }, async ({ page, phone }) => {
      expect(await phone('asha').isVisible()).toBe(true);
      expect(await phone('ramesh').isVisible()).toBe(false);
      await page.getByTestId('tab-ramesh').click();
      expect(await phone('asha').isVisible()).toBe(false);
      expect(await phone('ramesh').isVisible()).toBe(true);
    }));

  it('shows three phones beside each other on a desk', () =>
    inVisit({ width: 1440 }, async ({ phone }) => {
      for (const id of ['asha', 'ramesh', 'farhan']) {
        const box = await phone(id).boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 9999), id).toBeLessThanOrEqual(1440);
      }
    }));

  it('speaks the language of its owner on each phone', () =>
    inVisit({}, async ({ phone }) => {
      expect(await phone('asha').getByTestId('composer-text').getAttribute('placeholder')).toBe('Message');
      expect(await phone('ramesh').getByTestId('composer-text').getAttribute('placeholder')).toBe('मैसेज');
      await phone('ramesh').getByTestId('phone-settings').click();
      await phone('ramesh').getByTestId('language').selectOption('en');
      await phone('ramesh').getByPlaceholder('Message', { exact: true }).waitFor();
    }));
});

describe('sheets', () => {
  const sheets: [name: string, phone: string, way: string[]][] = [
    ['list', 'farhan', ['button-list']],
    ['location', 'farhan', ['button-location']],
    ['flow', 'farhan', ['button-flow']],
    ['contacts', 'farhan', ['view-contacts']],
    ['attach', 'farhan', ['composer-attach']],
    ['poll', 'farhan', ['composer-attach', 'attach-poll']],
    ['file', 'farhan', ['composer-photo']],
    ['emoji', 'farhan', ['composer-emoji']],
    ['products', 'asha', ['button-products']],
    ['catalog', 'asha', ['button-catalog']],
    ['product', 'asha', ['product-card']],
    ['cart-items', 'asha', ['view-cart-message']],
    ['address', 'asha', ['button-address']],
    ['answer', 'asha', ['see-answer']],
    ['chat-menu', 'asha', ['chat-menu']],
    ['marketing', 'asha', ['chat-menu', 'menu-marketing']],
    ['report', 'asha', ['chat-menu', 'menu-report']],
    ['entries', 'asha', ['back', 'new-chat']],
    ['order', 'ramesh', ['button-pay']],
    ['pay', 'ramesh', ['button-pay', 'pay-now']],
    ['call-permission', 'ramesh', ['button-call-permission']],
    ['share-number', 'ramesh', ['button-contact']],
    ['react', 'ramesh', ['reactions']],
    ['connect', 'kaveri-owner', ['open-settings', 'open-connect']],
    ['new-group', 'kaveri-owner', ['open-settings', 'new-group']],
  ];

  it.each(sheets)('%s is a dialog, holds the keyboard, and is without fault', (name, id, way) =>
    inVisit(
      { theme: name.length % 2 === 0 ? 'light' : 'dark', width: 360 },
      async ({ page, phone, inspect }) => {
        await page.getByTestId(`tab-${id}`).click();
        for (const step of way) await phone(id).getByTestId(step).first().click();
        const sheet = phone(id).getByTestId(`sheet-${name}`);
        await sheet.waitFor();
        expect(await sheet.getAttribute('role')).toBe('dialog');
        await expect
          .poll(() => sheet.evaluate((element) => element.contains(document.activeElement)))
          .toBe(true);
        expect(await inspect()).toEqual([]);
        await page.keyboard.press('Escape');
        await sheet.waitFor({ state: 'detached' });
        expect(await phone(id).locator('.screen').getAttribute('inert')).toBeNull();
      },
    ),
  );

  it('give the keyboard back to the button that opened them', () =>
    inVisit({}, async ({ page, phone }) => {
      await phone('asha').getByTestId('composer-attach').focus();
      await page.keyboard.press('Enter');
      await phone('asha').getByTestId('sheet-attach').waitFor();
      await page.keyboard.press('Escape');
      await expect
        .poll(() => page.evaluate(`document.activeElement?.dataset.testid`))
        .toBe('composer-attach');
    }));
});

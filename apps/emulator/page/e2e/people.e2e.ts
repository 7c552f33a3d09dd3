import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PhoneView } from '../../src/phones/view.ts';
import { sample } from '../../src/sample/sample-world.ts';
import { beginChat, fatima, openTrade, rohan, say, type Trade } from './trade.ts';

const asha = '919876543210';
let trade: Trade;
let phone: Locator;
beforeAll(async () => {
  trade = await openTrade();
  phone = await beginChat(trade);
}, 60_000);
afterAll(() => trade.stop());

const text = (body: string): object => ({ type: 'text', text: { body } });
const offer = {
  type: 'template',
  template: {
    name: 'festive_offer',
    language: { code: 'en' },
    components: [
      {
        type: 'body',
        parameters: [
          { type: 'text', text: 'Rohan' },
          { type: 'text', text: 'DIWALI10' },
        ],
      },
    ],
  },
};
const set = async (of: Locator, name: string, on: boolean): Promise<void> => {
  const panel = of.getByTestId('phone-settings');
  await panel.click();
  await of.getByTestId(name).setChecked(on);
  await panel.click();
};
describe('a customer', () => {
  it('stops offers and has them again', async () => {
    const preference = (value: string) =>
      trade.hear(`the offers: ${value}`, (change) => {
        const [told] = (change.value['user_preferences'] ?? []) as { value?: string }[];
        return change.field === 'user_preferences' && told?.value === value;
      });
    const decide = async (press: string): Promise<void> => {
      await phone.getByTestId('chat-menu').click();
      await phone.getByTestId('menu-marketing').click();
      await phone.getByTestId(press).click();
    };
    await decide('stop-offers');
    await preference('stop');
    const failed = await trade.status(await trade.send(offer), 'failed');
    expect(failed.errors?.[0]?.code).toBe(131050);
    await decide('resume-offers');
    await preference('resume');
    await trade.show(offer);
  });

  it('blocks and reports the business, whose messages no longer arrive', async () => {
    await phone.getByTestId('chat-menu').click();
    await phone.getByTestId('menu-report').click();
    await phone.getByTestId('reason-spam').click();
    await phone.getByTestId('send-report').click();
    await phone.getByTestId('unblock').waitFor();
    const id = await trade.send(text('Are you there?'));
    await trade.status(id, 'sent');
    await phone.getByTestId('unblock').click();
    await phone.getByTestId('composer-text').waitFor();
    await trade.show(text('Welcome back'));
    expect(await phone.locator(`[data-message="${id}"]`).count()).toBe(0);
  });

  it('reads without telling when receipts are off', async () => {
    await set(phone, 'receipts', false);
    const hidden = await trade.show(text('Seen?'));
    await trade.status((await hidden.getAttribute('data-message')) ?? '', 'delivered');
    const unread = async (): Promise<number | undefined> =>
      (await trade.world<PhoneView>('GET', `phones/${rohan}`)).chats[0]?.unread;
    await expect.poll(unread).toBe(0);
    await set(phone, 'receipts', true);
    const shown = await trade.show(text('And now?'));
    await trade.status((await shown.getAttribute('data-message')) ?? '', 'read');
    expect(trade.wasTold((await hidden.getAttribute('data-message')) ?? '', 'read')).toBe(false);
  });

  it('gets what was sent while the phone was off', async () => {
    await phone.getByTestId('online').uncheck();
    await expect
      .poll(async () => (await trade.world<{ online: boolean }>('GET', `phones/${rohan}`)).online)
      .toBe(false);
    const id = await trade.send(text('Your parcel is on its way'));
    await trade.status(id, 'sent');
    expect(await phone.locator(`[data-message="${id}"]`).count()).toBe(0);
    await phone.getByTestId('online').check();
    await phone.locator(`[data-message="${id}"]`).waitFor();
    await trade.status(id, 'delivered');
  });

  it('cannot be reached without WhatsApp', async () => {
    await set(phone, 'hasWhatsApp', false);
    await phone.getByTestId('no-whatsapp').waitFor();
    const failed = await trade.status(await trade.send(text('Hello?')), 'failed');
    expect(failed.errors?.[0]?.code).toBe(131026);
    await set(phone, 'hasWhatsApp', true);
    await phone.getByTestId('no-whatsapp').waitFor({ state: 'detached' });
  });
});

describe('a chat begins', () => {
  it('with an ad, which the business is told of', async () => {
    const hers = trade.phone(asha);
    await hers.getByTestId('new-chat').click();
    const ad = hers.locator('.ad').first();
    expect(
      await ad.locator('img').evaluate((image) => (image as HTMLImageElement).getAttribute('src')),
    ).toContain('/phones/page/art/');
    await ad.getByTestId('tap-ad').click();
    await expect.poll(() => hers.getByTestId('composer-text').inputValue()).toContain('नमस्ते');
    await hers.getByTestId('composer-send').click();
    const { referral, from } = await trade.message('text');
    expect(from).toBe(asha);
    expect(referral).toMatchObject({ source_type: 'ad', media_type: 'image' });
    await hers.getByTestId('referral').locator('img').waitFor();
    const image = await trade.page.request.get((referral as { image_url: string }).image_url);
    expect(image.headers()['content-type']).toBe('image/svg+xml');
  });

  it('with a link that brings its words', async () => {
    const hers = trade.phone(asha);
    await hers.getByTestId('back').click();
    await hers.getByTestId('open-entries').click();
    await hers.getByTestId('link').fill('https://wa.me/912614005678?text=Blouse%20stitching%3F');
    await hers.getByTestId('open-link').click();
    await expect.poll(() => hers.getByTestId('composer-text').inputValue()).toBe('Blouse stitching?');
    await hers.getByTestId('composer-send').click();
    const { value } = await trade.hear('the second number', ({ value: told }) => {
      const metadata = told['metadata'] as { phone_number_id?: string } | undefined;
      return metadata?.phone_number_id === sample.secondNumberId && told.messages !== undefined;
    });
    expect(value.messages?.[0]).toMatchObject({ text: { body: 'Blouse stitching?' } });
  });

  it('by somebody whose number stays hidden, and who is answered all the same', async () => {
    const hers = trade.phone(fatima);
    await hers.getByTestId('new-chat').click();
    await hers.getByTestId(`business-${sample.numberId}`).click();
    await say(hers, 'Is the blue one there?');
    const message = await trade.message('text');
    expect(message).toMatchObject({ text: { body: 'Is the blue one there?' } });
    expect(message.from).toBeUndefined();
    const id = await trade.send({ to: undefined, recipient: message['from_user_id'], ...text('It is') });
    await hers.locator(`[data-message="${id}"]`).waitFor();
  });

  it('and goes on with another number', async () => {
    const hers = trade.phone(fatima);
    await hers.getByTestId('phone-settings').click();
    await hers.getByTestId('change-number').fill('919000022222');
    await hers.getByTestId('change-number').press('Enter');
    expect((await trade.message('system'))['system']).toMatchObject({ type: 'user_changed_number' });
    await trade.phone('919000022222').waitFor();
  });
});

it('shows earlier messages when somebody asks for them', async () => {
  for (let line = 1; line <= 130; line += 1)
    await trade.world('POST', `phones/${rohan}/actions`, {
      type: 'send-text',
      chat: sample.numberId,
      text: `Line ${line}`,
    });
  const first = phone.getByText('Line 1', { exact: true });
  await phone.getByText('Line 130', { exact: true }).waitFor();
  expect(await first.count()).toBe(0);
  await phone.getByTestId('earlier').click();
  await first.waitFor({ state: 'attached' });
  await phone.getByTestId('earlier').waitFor({ state: 'detached' });
  await trade.show(text('That was a lot'));
  expect(await first.count()).toBe(1);
});

it('complains of nothing on the way', async () => {
  expect(await trade.inspect()).toEqual([]);
});

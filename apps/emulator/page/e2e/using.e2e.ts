import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGallery, type Stage, type Visit } from './stage.ts';

let gallery: Stage;
let visit: Visit;
beforeAll(async () => {
  gallery = await openGallery();
  visit = await gallery.visit();
});
afterAll(async () => {
  await visit.leave();
  await gallery.stop();
});

it('writes by keyboard alone, and the message stands at the end', async () => {
  const phone = visit.phone('farhan');
  await phone.getByTestId('composer-text').focus();
  await visit.page.keyboard.type('Namaste *doctor*');
  await visit.page.keyboard.press('Enter');
  const last = phone.getByTestId('message-text').last();
  await expect.poll(() => last.innerText()).toContain('Namaste doctor');
  expect(await last.locator('strong').innerText()).toBe('doctor');
  expect(await phone.getByTestId('composer-text').inputValue()).toBe('');
});

it('begins a new line with Shift and Enter', async () => {
  const box = visit.phone('farhan').getByTestId('composer-text');
  await box.fill('one');
  await box.press('Shift+Enter');
  expect(await box.inputValue()).toBe('one\n');
  await box.fill('');
});

it('changes, and takes back, what was just written', async () => {
  const phone = visit.phone('ramesh');
  await phone.getByTestId('composer-text').fill('कल आना');
  await phone.getByTestId('composer-send').click();
  const last = phone.locator('[data-message^="new-"]').last();
  await last.getByTestId('message-menu').click();
  await phone.getByTestId('menu-edit').click();
  await phone.getByTestId('composer-text').fill('परसों आना');
  await phone.getByTestId('composer-send').click();
  await expect.poll(() => last.innerText()).toContain('परसों आना');
  expect(await last.getByTestId('edited').count()).toBe(1);
  await last.getByTestId('message-menu').click();
  await phone.getByTestId('menu-delete-everyone').click();
  await expect.poll(() => last.getAttribute('data-testid')).toBe('message-deleted');
});

it('quotes a message, and lets go of the quote with Escape', async () => {
  const phone = visit.phone('asha');
  await phone.getByTestId('message-text').first().getByTestId('message-menu').click();
  await phone.getByTestId('menu-reply').click();
  await phone.getByTestId('composer-above').waitFor();
  await phone.getByTestId('composer-text').press('Escape');
  await phone.getByTestId('composer-above').waitFor({ state: 'detached' });
});

it('reacts, and takes the reaction back', async () => {
  const phone = visit.phone('farhan');
  const message = phone.locator('[data-message="smile-1"]');
  const react = async (): Promise<void> => {
    await message.getByTestId('message-menu').click();
    await phone.getByTestId('react-🙏').click();
  };
  await react();
  await message.getByTestId('reactions').waitFor();
  await react();
  await message.getByTestId('reactions').waitFor({ state: 'detached' });
});

it('fills a cart from the catalog and orders', async () => {
  const phone = visit.phone('asha');
  await phone.getByTestId('open-catalog').click();
  await phone.getByTestId('catalog-search').fill('bandhani');
  await expect.poll(() => phone.locator('.product-row').count()).toBe(1);
  await phone.getByTestId('add-SR-118').click();
  await phone.getByTestId('more').click();
  expect(await phone.getByTestId('quantity').innerText()).toBe('2');
  await phone.getByTestId('view-cart').click();
  expect(await phone.getByTestId('sheet-cart').innerText()).toContain('₹5,798');
  await phone.getByTestId('place-order').click();
  await phone.getByTestId('sheet-cart').waitFor({ state: 'detached' });
});

it('fills in a Flow screen by screen, is told what is missing, and sends the answer', async () => {
  const phone = visit.phone('farhan');
  const before = await phone.getByTestId('message-answer').count();
  await phone.getByTestId('button-flow').click();
  await phone.getByTestId('flow-footer').click();
  await phone.getByTestId('flow-reason').getByRole('alert').waitFor();
  await phone.getByTestId('option-pain').click();
  await phone.getByTestId('flow-footer').click();
  await phone.getByTestId('flow-screen-DAY').waitFor();
  await phone.getByTestId('flow-day').locator('input').fill('2026-10-20');
  await phone.getByTestId('flow-phone').locator('input').fill('+919825011223');
  await phone.getByTestId('flow-footer').click();
  await phone.getByTestId('sheet-flow').waitFor({ state: 'detached' });
  await expect.poll(() => phone.getByTestId('message-answer').count()).toBe(before + 1);
  await phone.getByTestId('see-answer').last().click();
  expect(await phone.getByTestId('sheet-answer').innerText()).toContain('2026-10-20');
  await phone.getByTestId('sheet-close').click();
});

it('calls, and ends the call', async () => {
  const phone = visit.phone('asha');
  await phone.getByTestId('call').click();
  expect(await phone.getByTestId('call-screen').getAttribute('role')).toBe('dialog');
  await phone.getByTestId('end-call').click();
  await phone.getByTestId('call-screen').waitFor({ state: 'detached' });
});

it('blocks the business in its profile, and cannot write until it is unblocked', async () => {
  const phone = visit.phone('asha');
  await phone.getByTestId('chat-title').click();
  await phone.getByTestId('block').click();
  await phone.getByTestId('unblock').waitFor();
  await phone.getByTestId('back').click();
  expect(await phone.getByTestId('composer-text').count()).toBe(0);
  await phone.getByTestId('unblock').click();
  await phone.getByTestId('composer-text').waitFor();
});

it('comes from an ad with words that wait to be sent', async () => {
  const phone = visit.phone('meena');
  await phone.getByTestId('new-chat').click();
  await phone.getByTestId('tap-ad').click();
  await expect
    .poll(() => phone.getByTestId('composer-text').inputValue())
    .toBe('Hello! Can I get more info on this?');
});

it('stands still, jumps and runs', async () => {
  const time = visit.page.getByTestId('world-time');
  expect(await time.innerText()).toContain('14 Oct');
  await visit.page.getByTestId('clock-day').click();
  await expect.poll(() => time.innerText()).toContain('15 Oct');
  await visit.page.getByTestId('clock-fast').click();
  const before = await time.getAttribute('datetime');
  await expect.poll(() => time.getAttribute('datetime'), { timeout: 5000 }).not.toBe(before);
  await visit.page.getByTestId('clock-freeze').click();
});

it('gains a phone and loses it again', async () => {
  const { page } = visit;
  await page.getByTestId('add-phone').click();
  await page.getByTestId('new-name').fill('Lakshmi Narayanan');
  await page.getByTestId('new-phone').fill('+91 94430 98765');
  await page.getByTestId('create-phone').click();
  const phone = visit.phone('919443098765');
  await phone.waitFor();
  await phone.getByTestId('phone-settings').click();
  await phone.getByTestId('remove-phone').click();
  await phone.waitFor({ state: 'detached' });
});

it('takes a phone off WhatsApp, and off the network', async () => {
  const phone = visit.phone('kaveri-owner');
  await phone.getByTestId('online').uncheck();
  await phone.getByRole('status').filter({ hasText: 'Waiting for network' }).waitFor();
  const asha = visit.phone('asha');
  await asha.getByTestId('phone-settings').click();
  await asha.getByTestId('hasWhatsApp').uncheck();
  await asha.getByTestId('no-whatsapp').waitFor();
});

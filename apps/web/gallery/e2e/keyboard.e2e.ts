import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { openGallery, showStory, type Gallery } from './open-gallery.ts';

let gallery: Gallery;
let page: Page;

beforeAll(async () => {
  gallery = await openGallery();
  ({ page } = await gallery.open({ theme: 'light', width: 1024 }));
}, 60_000);
afterAll(() => gallery.close());

// One page for all, put back to how it was: a new one would take most of the time.
beforeEach(async () => {
  await page.evaluate(() => {
    localStorage.clear();
    location.hash = '';
  });
  await page.setViewportSize({ width: 1024, height: 900 });
  await page.reload();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const focused = () =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  );
/** Longer than a poll waits by itself: as long as every other wait here. */
const patiently = { timeout: 30_000 };
/** Waits until a control has the keyboard: it may come an effect later than the control. */
const keyboardIn = (control: Locator) => control.and(page.locator(':focus')).waitFor();

describe('a dialog', () => {
  it('takes the keyboard to its first field, keeps it, and gives it back', async () => {
    await showStory(page, 'overlays/dialog');
    await page.getByRole('button', { name: 'Rename' }).focus();
    await press('Enter');
    await page.getByRole('dialog', { name: 'Rename the segment' }).waitFor();
    await keyboardIn(page.getByRole('textbox', { name: 'Name' }));
    expect(await accessibilityFaults(page)).toEqual([]);
    await press('Tab', 'Tab', 'Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true);
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(focused, patiently).toBe('Rename');
  });

  it('that cannot be undone works only once the name is typed', async () => {
    await showStory(page, 'overlays/confirm');
    const act = page.getByRole('button', { name: 'Delete for good' });
    expect(await act.isDisabled()).toBe(true);
    await page.keyboard.type('Roopkala Saree');
    expect(await act.isDisabled()).toBe(true);
    await page.keyboard.type('s');
    expect(await act.isEnabled()).toBe(true);
    await press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

it('a menu opens, moves by arrows and first letters, and gives the keyboard back', async () => {
  await showStory(page, 'overlays/menu');
  await page.getByRole('button', { name: 'Actions' }).focus();
  await press('Enter');
  await expect.poll(focused, patiently).toContain('Rename');
  expect(await accessibilityFaults(page)).toEqual([]);
  // Radix moves within a menu by a timer.
  await press('d');
  await expect.poll(focused, patiently).toContain('Duplicate');
  await press('ArrowDown');
  await expect.poll(focused, patiently).toContain('Delete');
  await press('Escape');
  await expect.poll(focused, patiently).toBe('Actions');
});

it('a menu opened by a press marks nothing, and a second press closes it', async () => {
  await showStory(page, 'overlays/menu');
  const actions = page.getByRole('button', { name: 'Actions' });
  await actions.click();
  await page.getByRole('menu', { name: 'Actions' }).waitFor();
  expect(await page.locator('[data-highlighted]').count()).toBe(0);
  await actions.click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await actions.press('ArrowDown');
  await expect.poll(focused, patiently).toContain('Rename');
});

it('a popover takes the keyboard in and gives it back, unless a person has moved on', async () => {
  await showStory(page, 'shell/home');
  const button = page.getByRole('button', { name: 'Appearance' });
  await button.press('Enter');
  await page.getByRole('dialog', { name: 'Appearance' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]'));
  await press('Escape');
  await expect.poll(focused, patiently).toBe('Appearance');
  await button.click();
  await page.getByRole('dialog', { name: 'Appearance' }).waitFor();
  await button.click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

describe('what floats', () => {
  it.each([
    ['a popover', 'table/full', 'Columns'],
    ['a menu', 'overlays/menu', 'Actions'],
    ['a dialog', 'overlays/dialog', 'Rename'],
  ])(
    '%s gives the keyboard back before the next key, and takes it from no other place later',
    async (...of) => {
      const [, story, name] = of;
      await showStory(page, story);
      await page.getByRole('button', { name }).press('Enter');
      await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"], [role="menu"]'));
      const [atOnce, later] = await page.evaluate(async () => {
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
        );
        // A key that is waiting is heard before any timer, so nothing here waits for one.
        await Promise.resolve();
        const first = document.activeElement?.textContent;
        const elsewhere = document.body.appendChild(document.createElement('button'));
        elsewhere.focus();
        await new Promise((done) => setTimeout(done, 50));
        return [
          first,
          document.activeElement === elsewhere ? 'elsewhere' : document.activeElement?.textContent,
        ];
      });
      expect([atOnce, later]).toEqual([name, 'elsewhere']);
    },
  );
});

describe('a tip', () => {
  it('shows under the keyboard, is part of what is read out, and goes with Escape', async () => {
    await showStory(page, 'overlays/tooltip');
    await press('Tab');
    const words = page.getByRole('tooltip');
    await words.getByText('Delivered to 1,204 of 1,240').waitFor();
    const described = await page.getByRole('button').getAttribute('aria-describedby');
    expect(described).toBe(await words.getAttribute('id'));
    expect(await accessibilityFaults(page)).toEqual([]);
    await press('Escape');
    await words.waitFor({ state: 'detached' });
  });

  it('waits for the pointer to rest, lets it come and read, and follows it away', async () => {
    const own = await gallery.open({ theme: 'light', width: 1024 });
    await showStory(own.page, 'overlays/tooltip');
    // Its waits are shorter than a busy machine takes from one step to the next, so its time stands still.
    await own.page.clock.install({ time: 0 });
    await own.page.clock.pauseAt(1_000);
    await own.page.getByRole('button').hover();
    const words = own.page.getByRole('tooltip');
    await own.page.clock.runFor(399);
    expect(await words.count()).toBe(0);
    await own.page.clock.runFor(1);
    await words.waitFor();
    // Slowly enough to cross the gap between the two.
    const { x, y, width, height } = (await words.boundingBox())!;
    await own.page.mouse.move(x + width / 2, y + height + 3);
    await own.page.clock.runFor(100);
    await own.page.mouse.move(x + width / 2, y + height / 2);
    await own.page.clock.runFor(300);
    expect(await words.count()).toBe(1);
    await own.page.mouse.move(600, 600);
    await own.page.clock.runFor(120);
    await words.waitFor({ state: 'detached' });
    await own.page.context().close();
  });
});

it('a combobox narrows by typing, takes with Enter, and forgets with Escape', async () => {
  await showStory(page, 'fields/picks');
  const box = page.getByRole('combobox', { name: 'City' });
  await box.focus();
  await page.keyboard.type('ko');
  await expect
    .poll(() => page.getByRole('listbox').getByRole('option').allTextContents(), patiently)
    .toEqual(['Kochi', 'Kolkata', 'Kota']);
  expect(await accessibilityFaults(page)).toEqual([]);
  await press('ArrowDown', 'Enter');
  expect(await box.inputValue()).toBe('Kolkata');
  await page.keyboard.type('zzz');
  await page.getByText('Nothing matches').waitFor();
  await press('Escape');
  expect([await box.inputValue(), await page.getByRole('listbox').count()]).toEqual(['Kolkata', 0]);
});

describe('a form', () => {
  it('says what is wrong as a field is left, and not before', async () => {
    await showStory(page, 'form/works');
    await page.getByLabel('Work email').fill('meera');
    expect(await page.getByText('An email has an @').count()).toBe(0);
    await press('Tab');
    await page.getByText('An email has an @').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('moves to the first problem and keeps what was typed', async () => {
    await showStory(page, 'form/works');
    await page.getByLabel('Work email').fill('meera');
    await press('Enter');
    await page.getByText('2 things need a look').waitFor();
    await keyboardIn(page.getByLabel('Name'));
    expect(await page.getByLabel('Work email').inputValue()).toBe('meera');
  });

  it('shows what the server refused beside its field, and the rest above', async () => {
    await showStory(page, 'form/refused');
    await page.getByLabel('Name').fill('Meera');
    await page.getByLabel('Work email').fill('meera@roopkala.in');
    await press('Enter');
    await page.getByText('Meera is already a member.').waitFor();
    await page.getByText('No seat is free.').waitFor();
    await keyboardIn(page.getByLabel('Work email'));
  });

  it('that failed to save says so and loses nothing', async () => {
    await showStory(page, 'form/fails');
    await page.getByLabel('Name').fill('Meera');
    await page.getByLabel('Work email').fill('meera@roopkala.in');
    await press('Enter');
    await page.getByText('This was not saved. What you typed is still here.').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Meera');
  });
});

describe('a table', () => {
  it('of 10,000 rows draws few, and the End key goes to the last', async () => {
    await showStory(page, 'table/many');
    await page.getByRole('grid').waitFor();
    expect(await page.locator('tbody tr').count()).toBeLessThan(60);
    await page.locator('tbody tr').first().focus();
    await press('End');
    await page.locator('tr:focus[aria-rowindex="10001"]').waitFor();
  });

  it('selects by keys, shows what can be done, and lets go', async () => {
    await showStory(page, 'table/full');
    await page.locator('tbody tr').first().focus();
    await press('Space', 'Shift+ArrowDown', 'Shift+j');
    await page.getByText('3 selected').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await press('Escape');
    await page.getByText('3 selected').waitFor({ state: 'detached' });
    await press('Control+a');
    await page.getByText('18 selected').waitFor();
  });

  it('sorts by a press on its head, nothing last both ways', async () => {
    await showStory(page, 'table/full');
    const names = () =>
      page
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.querySelector('td:nth-child(2)')?.textContent ?? ''));
    await page.getByRole('button', { name: 'Name' }).press('Enter');
    await page.locator('th[aria-sort="ascending"]', { hasText: 'Name' }).waitFor();
    await expect.poll(async () => (await names())[0], patiently).toContain('Arjun Nair');
    await page.getByRole('button', { name: 'Name' }).press('Enter');
    await page.locator('th[aria-sort="descending"]', { hasText: 'Name' }).waitFor();
    await page.locator('tbody tr').first().focus();
    await press('End');
    await page.locator('tr:focus', { hasText: '+91 98200 12345' }).waitFor();
  });

  it('lets Tab pass through one row, and → step into its controls', async () => {
    await showStory(page, 'table/full');
    await page.locator('tbody tr').nth(1).focus();
    await press('ArrowRight');
    expect(await focused()).toBe('Select this row');
    await press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('1');
    expect(await page.locator('tbody input:not([tabindex="-1"])').count()).toBe(1);
  });

  it('hides a column and remembers a named view', async () => {
    await showStory(page, 'table/full');
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await page.getByRole('checkbox', { name: 'City' }).press('Space');
    await press('Escape');
    await page.getByRole('columnheader', { name: 'City' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Views' }).press('Enter');
    await page.getByLabel('Name of the view').fill('Without city');
    await press('Enter', 'Escape');
    await page.getByRole('button', { name: 'Without city' }).waitFor();
  });
});

describe('the shell', () => {
  it('opens the palette, finds by words of either language, and goes there', async () => {
    await showStory(page, 'shell/home');
    await press('Control+k');
    await page.getByRole('combobox', { name: 'Commands' }).fill('contac');
    await page.getByRole('option', { name: 'Contacts' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await press('Enter');
    await page.getByRole('heading', { name: 'Contacts' }).waitFor();
    await expect.poll(() => page.title(), patiently).toBe('Contacts · Trikon');
    await expect.poll(focused, patiently).toBe('Contacts');
  });

  it('finds people by what is typed, in any script, and names the page after its subject', async () => {
    await showStory(page, 'shell/panel');
    await expect.poll(() => page.title(), patiently).toBe('Meera Joshi · Inbox · Trikon');
    await press('Control+k');
    await page.getByRole('combobox', { name: 'Commands' }).fill('লক');
    await page.getByText('Nothing by that name here').waitFor();
    await page.getByRole('combobox', { name: 'Commands' }).fill('లక్ష్మీ');
    await page.getByRole('option', { name: 'లక్ష్మీ నరసింహం' }).waitFor();
  });

  it('goes by two keys, and shows every key under ?', async () => {
    await showStory(page, 'shell/home');
    await press('g', 'i');
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard' });
    await help.getByText('Contacts').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await help.getByRole('switch').click();
    await press('Escape', 'g', 'h');
    expect(await page.getByRole('heading', { name: 'Inbox' }).count()).toBe(1);
  });

  it('skips to the content', async () => {
    await showStory(page, 'shell/home');
    await press('Tab');
    expect(await focused()).toBe('Skip to the content');
  });

  it('says when the network is gone, and when a page broke', async () => {
    await showStory(page, 'shell/home');
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await page.context().setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'detached' });
    await showStory(page, 'shell/broken');
    await page.getByText('This page stopped working').waitFor();
    await page.getByRole('link', { name: 'Home' }).waitFor();
  });

  it('moves the edge of the context panel by arrow keys and remembers it', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await showStory(page, 'shell/panel');
    const edge = page.getByRole('separator', { name: 'Width of the details' });
    await edge.press('ArrowLeft');
    expect(await edge.getAttribute('aria-valuenow')).toBe('356');
    expect(await page.evaluate(() => localStorage.getItem('trikon.preferences'))).toContain(
      '"panelWidth":356',
    );
  });
});

it('a range of days is chosen by arrows', async () => {
  await showStory(page, 'dates/range');
  await page.getByRole('button', { name: 'Period' }).press('Enter');
  await page.locator('[data-day="2026-11-17"]').focus();
  await press('ArrowUp', 'Enter', 'ArrowRight', 'ArrowRight', 'Enter');
  await page.getByRole('button', { name: 'Period: 10 – 12 Nov 2026' }).waitFor();
});

it('a toast can be reached by F8, and takes the action back', async () => {
  await showStory(page, 'states/toasts');
  await page.getByText('3 contacts archived').waitFor();
  await press('F8');
  expect(await focused()).toBe('Close');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText('3 contacts archived').waitFor({ state: 'detached' });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { listStories, openGallery, showStory, type Gallery } from './open-gallery.ts';

let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery();
}, 60_000);

afterAll(() => gallery.close());

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  [360, 768, 1440].map((width) => ({ theme, width })),
);

describe.each(looks)('every story in $theme at $width px', ({ theme, width }) => {
  it('is accessible, keeps within the width and complains about nothing', async () => {
    const { page, faults } = await gallery.open({ theme, width });
    const found: string[] = [];
    for (const story of await listStories(page)) {
      faults.length = 0;
      await showStory(page, story);
      // A tablet differs from the others only in what fits, so the slow look is kept for those.
      const access = width === 768 ? [] : await accessibilityFaults(page);
      const complaints = story === 'shell/broken' ? [] : faults;
      found.push(
        ...[...complaints, ...(await widthFaults(page)), ...access].map((fault) => `${story}: ${fault}`),
      );
    }
    await page.context().close();
    expect(found).toEqual([]);
  }, 60_000);
});

it('holds in Hindi too', async () => {
  const { page, faults } = await gallery.open({ theme: 'light', width: 360, language: 'hi' });
  const found: string[] = [];
  for (const story of ['shell/home', 'shell/table', 'dates/range', 'form/refused', 'table/failed']) {
    await showStory(page, story);
    const access = await accessibilityFaults(page);
    found.push(...[...(await widthFaults(page)), ...access].map((fault) => `${story}: ${fault}`));
  }
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('hi');
  expect([...faults, ...found]).toEqual([]);
  await page.context().close();
});

/** A page or a work area that scrolls sideways has a part that does not fit. A table may: it does so inside itself. */
async function widthFaults(page: Page): Promise<string[]> {
  const over = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')].map(
      (area) => area.scrollWidth - area.clientWidth,
    ),
  );
  return over.filter((by) => by > 0).map((by) => `is ${by} px wider than its place`);
}

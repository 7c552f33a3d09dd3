import { expect } from 'vitest';
import type { Look, Stage, Visit } from './browser.ts';

/** Both themes, a phone, a tablet and a desk, in both languages; not every pair, or a page would take a minute. */
const looks: Look[] = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440, language: 'hi' },
  { theme: 'light', width: 360, language: 'hi' },
  { theme: 'dark', width: 360 },
  { theme: 'light', width: 768 },
];

interface Page {
  path: string;
  as: NonNullable<Look['as']>;
  /** Waits until the page shows what is to be looked at. */
  settle: (visit: Visit, look: Look) => Promise<unknown>;
}

/** A page is without fault in every look: accessible, silent, within the width. */
export async function expectFaultless(stage: Stage, { path, as, settle }: Page): Promise<void> {
  const found: string[] = [];
  for (const look of looks) {
    const visit = await stage.visit(path, { ...look, as });
    await settle(visit, look);
    const faults = await visit.inspect();
    found.push(...faults.map((fault) => `${look.width} ${look.theme} ${look.language ?? 'en'}: ${fault}`));
    await visit.context.close();
  }
  expect(found).toEqual([]);
}

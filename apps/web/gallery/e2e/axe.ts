import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  // axe puts itself here when its script has run in the page.
  var axe: { run: (root: Document, options: object) => Promise<AxeResults> } | undefined;
}

/** What axe finds against WCAG 2.2 A and AA, a line for each place. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const loaded = await page.evaluate(() => globalThis.axe !== undefined);
  if (!loaded) await page.evaluate(source);
  const violations = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const results = await globalThis.axe?.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return (results?.violations ?? []).map(({ id, nodes }) => ({
      id,
      nodes: nodes.map((node) => ({ html: node.html, why: node.failureSummary ?? '' })),
    }));
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.why.split('\n')[1]?.trim() ?? ''}`),
  );
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Locator, type Page } from 'playwright-core';
import { accessibilityFaults, widthFaults } from '../../../../e2e/accessibility.ts';
import { createPageServer } from '../../src/phones/serve-page.ts';

export interface Look {
  theme?: 'light' | 'dark';
  width?: number;
}

export interface Visit {
  page: Page;
  phone: (id: string) => Locator;
  /** Everything wrong with the page as it stands: complaints, accessibility, width. */
  inspect: () => Promise<string[]>;
  leave: () => Promise<void>;
}

export interface Stage {
  visit: (look?: Look) => Promise<Visit>;
  stop: () => Promise<void>;
}

/** The page with its samples, behind the server that serves it in the emulator. */
export async function openGallery(): Promise<Stage> {
  const pageAt = createPageServer();
  const server = createServer((request, response) => {
    const answer = pageAt(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(answer?.status ?? 404, answer?.headers).end(answer?.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stage = await openPage(`http://127.0.0.1:${(server.address() as AddressInfo).port}/phones?gallery`);
  return {
    visit: async (look) => {
      const visit = await stage.visit(look);
      await visit.page.getByTestId('log').first().waitFor();
      return visit;
    },
    async stop() {
      await stage.stop();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A browser in front of a phones page. */
export async function openPage(address: string): Promise<Stage> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  const visit = async ({ theme = 'light', width = 1440 }: Look = {}): Promise<Visit> => {
    const context = await browser.newContext({
      viewport: { width, height: width < 600 ? 740 : 900 },
      colorScheme: theme,
      reducedMotion: 'reduce',
      timezoneId: 'Asia/Kolkata',
      locale: 'en-IN',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const faults = complaintsOf(page);
    await page.goto(address);
    return {
      page,
      phone: (id) => page.getByTestId(`phone-${id}`),
      inspect: async () => [
        ...faults.splice(0),
        ...(await accessibilityFaults(page)),
        ...(await widthFaults(page)),
      ],
      leave: () => context.close(),
    };
  };
  return { visit, stop: () => browser.close() };
}

function complaintsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // The sample video is empty, and the world refuses: the browser notes both, and neither is a fault of the page.
    const noted = /^Failed to load resource: .*(?:RANGE_NOT_SATISFIABLE|status of 4\d\d)/.test(
      message.text(),
    );
    if (['error', 'warning'].includes(message.type()) && !noted) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}

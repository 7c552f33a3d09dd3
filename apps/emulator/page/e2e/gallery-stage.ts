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
  phone(id: string): Locator;
  /** Everything wrong with the page as it stands: complaints, accessibility, width. */
  inspect(): Promise<string[]>;
  leave(): Promise<void>;
}

export interface Gallery {
  visit(look?: Look): Promise<Visit>;
  stop(): Promise<void>;
}

/** The page with its samples, behind the server that serves it in the emulator, and a browser in front of it. */
export async function openGallery(): Promise<Gallery> {
  const pageAt = createPageServer();
  const server = createServer((request, response) => {
    const answer = pageAt(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(answer?.status ?? 404, answer?.headers).end(answer?.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
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
    const faults = complaintsOf(page);
    await page.goto(`${url}/phones?gallery`);
    await page.getByTestId('log').first().waitFor();
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
  return {
    visit,
    async stop() {
      await browser.close();
      server.close();
      await once(server, 'close');
    },
  };
}

function complaintsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // The sample video is empty, which the browser says.
    const emptyVideo = message.text().includes('ERR_REQUEST_RANGE_NOT_SATISFIABLE');
    if (['error', 'warning'].includes(message.type()) && !emptyVideo) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}

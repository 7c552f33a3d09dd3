import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { readConfig } from '../apps/server/src/config.ts';
import type { MovableClock } from '../apps/server/src/platform/clock/index.ts';
import { createLogger } from '../apps/server/src/platform/log/index.ts';
import { startProgram } from '../apps/server/src/start.ts';
import type { Signed } from '../apps/server/test/factories.ts';
import { testMasterKey, testRolePrefix } from '../apps/server/test/global-database.ts';
import type { TestApp } from '../apps/server/test/test-app.ts';
import { createTestDatabase } from '../apps/server/test/test-database.ts';
import { accessibilityFaults, widthFaults } from './accessibility.ts';

export interface Look {
  theme?: 'light' | 'dark';
  width?: number;
  language?: 'en' | 'hi';
  /** Whose browser this is; without it nobody is signed in. */
  as?: Signed;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the page complained about since this list was last emptied. */
  faults: string[];
  /** Resolves once changes are told to the page as they happen; before that it finds them by loading. */
  live: Promise<void>;
  /** Everything wrong with the page as it stands: complaints, accessibility, width. */
  inspect: () => Promise<string[]>;
}

export interface Stage {
  /** For the factories of apps/server/test. */
  app: TestApp;
  /** http://localhost and a free port: a name, which passkeys need. */
  url: string;
  setUpCode: string;
  /** A browser of its own, with its own cookies. */
  visit(path: string, look?: Look): Promise<Visit>;
  stop(): Promise<void>;
}

/** The whole program as it is started for people, on a database of its own, and a browser in front of it. */
export async function openStage(settings: Record<string, string> = {}): Promise<Stage> {
  const database = await createTestDatabase();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const clock = runningClock();
  const config = readConfig({
    DATABASE_URL: database.ownerUrl,
    TRIKON_CHECK_ANSWERS: 'on',
    TRIKON_DB_ROLE_PREFIX: testRolePrefix,
    TRIKON_DEMO: 'off',
    TRIKON_MASTER_KEY: testMasterKey.toString('base64'),
    TRIKON_PORT: String(port),
    TRIKON_PUBLIC_URL: url,
    TRIKON_WEB: inject('webFolder'),
    ...settings,
  });
  const log = createLogger({ level: process.env.TRIKON_TEST_LOG ? 'debug' : 'silent' });
  const program = await startProgram({ config, log, clock, say: () => {} });
  const browser = await openBrowser();
  const stop = async (): Promise<void> => {
    await browser.close();
    await program.stop();
    await database.drop();
  };
  return {
    app: { ...program.app, url, dataFolder: config.dataFolder, clock, database, stop },
    url,
    setUpCode: program.app.setUpCode,
    visit: (path, look) => visit(browser, url, path, look),
    stop,
  };
}

function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function visit(
  browser: Browser,
  url: string,
  path: string,
  { theme = 'light', width = 1280, language = 'en', as }: Look = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 740 : 900 },
    reducedMotion: 'reduce',
    locale: language === 'hi' ? 'hi-IN' : 'en-IN',
    colorScheme: theme,
  });
  const [name, ...value] = (as?.api.headers['cookie'] ?? '').split('=');
  if (name) await context.addCookies([{ name, value: value.join('='), url }]);
  const page = await context.newPage();
  const faults = listenForFaults(page);
  const live = listenForStream(page);
  await page.goto(`${url}${path}`);
  const inspect = async (): Promise<string[]> => [
    ...faults.splice(0),
    ...(await accessibilityFaults(page)),
    ...(await widthFaults(page)),
  ];
  return { page, context, faults, live, inspect };
}

function listenForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // The browser itself notes every refusal of the API; a page that asks "who am I" before sign-in is no fault.
    const refused = /^Failed to load resource: .* status of 4\d\d/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !refused) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}

/** The server's first word on the stream is sent once it tells that stream of every change. */
function listenForStream(page: Page): Promise<void> {
  return new Promise((stands) => {
    page.on('response', (response) => {
      if (response.url().endsWith('/api/v1/events/stream') && response.ok()) stands();
    });
  });
}

/** Real time, which the browser shares, moved ahead when a test says so. */
function runningClock(): MovableClock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    moveTo: (instant) => {
      ahead = instant.getTime() - Date.now();
    },
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

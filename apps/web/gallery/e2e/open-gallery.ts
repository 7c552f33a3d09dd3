import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build, preview } from 'vite';

const web = path.resolve(import.meta.dirname, '../..');

interface Look {
  theme: 'light' | 'dark';
  width: number;
  language?: string;
}

export interface Gallery {
  /** A page on the gallery; faults holds what its console complained about since it was last emptied. */
  open: (look: Look) => Promise<{ page: Page; faults: string[] }>;
  close: () => Promise<void>;
}

/** Built rather than served piece by piece: a page then opens in a fifth of the time, and it is what people get. */
export async function openGallery(): Promise<Gallery> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'trikon-gallery-'));
  const config = { root: web, configFile: path.join(web, 'vite.config.ts'), logLevel: 'error' as const };
  await build({
    ...config,
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { input: path.join(web, 'gallery.html') },
    },
  });
  const server = await preview({
    ...config,
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: quiet });
  return {
    open: (look) => openPage(browser, server.resolvedUrls?.local[0] ?? '', look),
    async close() {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

export async function showStory(page: Page, id: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = '';
    location.hash = next;
  }, id);
  await page.locator('main').first().waitFor();
  // Two frames: React draws, then what measures itself (tables, charts) draws again.
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)))),
  );
}

export function listStories(page: Page): Promise<string[]> {
  return page
    .locator('main li a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
}

// No call home, no sandbox: the browser runs as whoever runs the tests, root in a container included.
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function openPage(browser: Browser, address: string, look: Look): ReturnType<Gallery['open']> {
  const viewport = { width: look.width, height: look.width < 600 ? 740 : 900 };
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const kept = JSON.stringify({ theme: look.theme, language: look.language ?? 'en' });
  await context.addInitScript(
    (text) => localStorage.getItem('trikon.preferences') ?? localStorage.setItem('trikon.preferences', text),
    kept,
  );
  const page = await context.newPage();
  const faults: string[] = [];
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()),
  );
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${address}gallery.html`);
  await page.getByRole('heading', { name: 'Gallery' }).waitFor();
  return { page, faults };
}

function chromiumPath(): string | undefined {
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return process.env.CHROMIUM ?? usual.find((file) => existsSync(file));
}

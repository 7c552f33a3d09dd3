import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPageServer } from './serve-page.ts';

const page = createPageServer();
const text = (pathname: string): string => String(page(pathname)?.body);

describe('the phones page', () => {
  it('opens at /phones, with or without a slash, and at its desks', () => {
    for (const pathname of ['/phones', '/phones/', '/phones/faults', '/phones/journal']) {
      expect(page(pathname)).toMatchObject({
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    }
  });

  it('is JavaScript in the browser, whatever it was written in', () => {
    expect(page('/phones/page/main.ts')?.headers['content-type']).toContain('text/javascript');
    expect(text('/phones/page/api.ts')).not.toMatch(/^import type|: Promise</m);
  });

  it('brings its styles and the templates with it', () => {
    expect(page('/phones/page/style/world.css')?.headers['content-type']).toContain('text/css');
    expect(page('/phones/lit-html/lit-html.js')?.status).toBe(200);
    expect(page('/phones/lit-html/directives/repeat.js')?.status).toBe(200);
  });

  it('brings typefaces for the scripts of India and for emoji, each with its characters', () => {
    const css = text('/phones/fonts/faces.css');
    const faces = [...css.matchAll(/url\('([^']+)'\)[^]*?unicode-range: ([^;]+);/g)];
    for (const [, address = '', range] of faces) {
      expect(page(address)?.headers['content-type'], address).toBe('font/woff2');
      expect(String(page(address)?.body.subarray(0, 4)), address).toBe('wOF2');
      expect(range).toMatch(/^U\+[\dA-F]/);
    }
    for (const first of ['U+0900', 'U+0980', 'U+0A80', 'U+0B82', 'U+0C00', 'U+0600', 'U+1F000']) {
      expect(css, first).toContain(first);
    }
  });

  it('finds everything that its files import', () => {
    const seen = new Set<string>();
    const follow = (pathname: string): void => {
      if (seen.has(pathname)) return;
      seen.add(pathname);
      expect(page(pathname)?.status, pathname).toBe(200);
      for (const [, target] of text(pathname).matchAll(/^(?:import|export)[^;]*? from '(\.[^']+)'/gm)) {
        follow(new URL(target ?? '', `http://x${pathname}`).pathname);
      }
    };
    follow('/phones/page/main.ts');
    expect(seen.size).toBeGreaterThan(10);
  });

  it('runs no script but its own files and the import map, by its digest', () => {
    const policy = page('/phones')?.headers['content-security-policy'] ?? '';
    const map = /<script type="importmap">([^]*?)<\/script>/.exec(text('/phones'))?.[1] ?? '';
    const digest = createHash('sha256').update(map).digest('base64');
    expect(policy).toContain(`script-src 'self' 'sha256-${digest}';`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(text('/phones').match(/<script(?! type="(?:importmap|module")|\s*src)/g)).toBeNull();
    expect(text('/phones')).not.toMatch(/\son\w+=|\sstyle=/);
  });

  it('shows nothing outside of its folders, however the address is written', () => {
    for (const pathname of [
      '/phones/page/../package.json',
      '/phones/page/../src/start.ts',
      '/phones/page/%2e%2e/src/start.ts',
      '/phones/page//../../../../package.json',
      '/phones/src/start.ts',
      '/phones/src/flows/runtime/../../start.ts',
      '/phones/page/tsconfig.json',
      '/phones/page/README.md',
      '/phones/page/text.test.ts',
      '/phones/page',
      '/phones/lit-html/package.json',
      '/phones/fonts/../page/main.ts',
      '/phones/fonts/package.json',
      '/phones/page/main.ts\0.css',
    ]) {
      expect(page(pathname)?.status, pathname).toBe(404);
    }
  });

  it('leaves every other address to others', () => {
    for (const pathname of ['/', '/phonesque', '/v25.0/me', '/world/phones']) {
      expect(page(pathname), pathname).toBeUndefined();
    }
  });

  it('never fails, whatever is asked for', () => {
    const piece = fc.constantFrom(
      'phones',
      'page',
      '..',
      '.',
      'main.ts',
      '%2f',
      'src',
      '\\',
      '',
      'style',
      'ß',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const status = page(`/${pieces.join('/')}`)?.status;
        expect([undefined, 200, 404]).toContain(status);
      }),
    );
  });
});

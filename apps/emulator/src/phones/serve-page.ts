import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { pageFonts } from './fonts.ts';

export interface PageAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/**
 * The phones page as the browser gets it, without a build: types are stripped when a file is first asked for. Below
 * /phones the addresses are the paths inside apps/emulator, so that a relative import means the same to both sides.
 */
export function createPageServer(): (pathname: string) => PageAnswer | undefined {
  const emulator = path.join(import.meta.dirname, '../..');
  const litHtml = packageFolder('lit-html');
  const shown: [prefix: string, folder: string][] = [
    ['/phones/page/', path.join(emulator, 'page')],
    ['/phones/src/flows/runtime/', path.join(emulator, 'src/flows/runtime')],
    ['/phones/src/world/json.ts', path.join(emulator, 'src/world/json.ts')],
    ['/phones/lit-html/', litHtml],
  ];
  const fonts = pageFonts('/phones/fonts/');
  const fontFaces: PageAnswer = {
    status: 200,
    headers: { ...guards, 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' },
    body: Buffer.from(fonts.css),
  };
  const ready = new Map<string, { changedAt: number; answer: PageAnswer }>();

  return (pathname) => {
    if (pathname === '/phones/fonts/faces.css') return fontFaces;
    const file =
      fonts.files.get(pathname) ??
      (isDocument(pathname) ? path.join(emulator, 'page/index.html') : find(pathname, shown));
    if (file === undefined) return pathname.startsWith('/phones/') ? missing : undefined;
    const changedAt = statSync(file).mtimeMs;
    const known = ready.get(file);
    if (known?.changedAt === changedAt) return known.answer;
    const answer = read(file);
    ready.set(file, { changedAt, answer });
    return answer;
  };
}

/** The script in the one document chooses among the pages by their addresses. */
const isDocument = (pathname: string): boolean => /^\/phones(?:\/|\/faults|\/journal)?$/.test(pathname);

/** The package itself, whichever of its builds a bare import means in this process. */
function packageFolder(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  return entry.slice(0, entry.lastIndexOf(`${path.sep}${name}${path.sep}`) + name.length + 1);
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

const guards = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

const missing: PageAnswer = {
  status: 404,
  headers: { ...guards, 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from('There is no such file.\n'),
};

/** Only files of a kind that the page uses, really inside a folder that is shown, and no tests. */
function find(pathname: string, shown: [string, string][]): string | undefined {
  const place = shown.find(([prefix]) => pathname.startsWith(prefix));
  if (!place || !/^[\w./-]+$/.test(pathname) || /\.(?:test|e2e|d)\.ts$/.test(pathname)) return undefined;
  const [prefix, folder] = place;
  try {
    const file = realpathSync(path.join(folder, pathname.slice(prefix.length)));
    const inside = file === realpathSync(folder) || file.startsWith(realpathSync(folder) + path.sep);
    return inside && path.extname(file) in types && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

function read(file: string): PageAnswer {
  const kind = path.extname(file);
  const bytes = readFileSync(file);
  return {
    status: 200,
    headers: {
      ...guards,
      'content-type': types[kind] ?? '',
      // Typefaces change with their packages alone.
      'cache-control': kind === '.woff2' ? 'max-age=86400' : 'no-cache',
      ...(kind === '.html' && { 'content-security-policy': policy(String(bytes)) }),
    },
    body: kind === '.ts' ? Buffer.from(stripTypeScriptTypes(String(bytes))) : bytes,
  };
}

/** The one script that stands in the document is its import map, which is allowed by its digest. */
function policy(html: string): string {
  const inline = /<script type="importmap">([^]*?)<\/script>/.exec(html)?.[1] ?? '';
  const digest = createHash('sha256').update(inline).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${digest}'`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

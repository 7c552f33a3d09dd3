import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

interface Typeface {
  family: string;
  /** The script's name in the package, and for Latin both of its parts. */
  subsets: string[];
  unicode: string;
}

/** Fontsource says of each package which characters its files hold. */
const typefaces: Typeface[] = [
  {
    family: 'Inter Variable',
    subsets: ['latin', 'latin-ext'],
    unicode: require.resolve('@fontsource-variable/inter/unicode.json'),
  },
  india('bengali', require.resolve('@fontsource-variable/noto-sans-bengali/unicode.json')),
  india('tamil', require.resolve('@fontsource-variable/noto-sans-tamil/unicode.json')),
  india('telugu', require.resolve('@fontsource-variable/noto-sans-telugu/unicode.json')),
  india('kannada', require.resolve('@fontsource-variable/noto-sans-kannada/unicode.json')),
  india('malayalam', require.resolve('@fontsource-variable/noto-sans-malayalam/unicode.json')),
  india('gujarati', require.resolve('@fontsource-variable/noto-sans-gujarati/unicode.json')),
  india('gurmukhi', require.resolve('@fontsource-variable/noto-sans-gurmukhi/unicode.json')),
  india('arabic', require.resolve('@fontsource-variable/noto-nastaliq-urdu/unicode.json')),
  // Last, so that what scripts share, such as the joiners, does not fetch another.
  india('devanagari', require.resolve('@fontsource-variable/noto-sans-devanagari/unicode.json')),
];

const emojiFile = require.resolve('twemoji-colr-font/twemoji.woff2');

/** Digits and other plain characters stay with the text around them. */
const emojiRange = 'U+00A9,U+00AE,U+200D,U+203C-3299,U+FE0F,U+1F000-1FAFF,U+E0020-E007F';

function india(script: string, unicode: string): Typeface {
  return { family: 'Noto India', subsets: [script], unicode };
}

/**
 * The page's typefaces by their addresses, and the style sheet that names them: a machine without fonts for India's
 * scripts or for emoji still shows them, and a browser fetches only the files whose characters are on the page.
 */
export function pageFonts(prefix: string): { css: string; files: Map<string, string> } {
  const files = new Map([[`${prefix}twemoji.woff2`, emojiFile]]);
  const rules = [face('Twemoji', `${prefix}twemoji.woff2`, emojiRange)];
  for (const { family, subsets, unicode } of typefaces) {
    const ranges = JSON.parse(readFileSync(unicode, 'utf8')) as Record<string, string>;
    const folder = path.dirname(unicode);
    for (const subset of subsets) {
      const name = `${path.basename(folder)}-${subset}-wght-normal.woff2`;
      files.set(prefix + name, path.join(folder, 'files', name));
      rules.push(face(family, prefix + name, ranges[subset] ?? ''));
    }
  }
  return { css: rules.join('\n'), files };
}

const face = (family: string, address: string, range: string): string =>
  `@font-face {
  font-family: '${family}';
  font-weight: 100 900;
  font-display: swap;
  src: url('${address}') format('woff2');
  unicode-range: ${range};
}`;

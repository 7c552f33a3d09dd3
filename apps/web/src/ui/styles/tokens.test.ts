import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

type Tokens = Record<string, string>;

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');
const themes = { light: tokensOf("[data-theme='light']"), dark: tokensOf("[data-theme='dark']") };

const grounds = ['ground', 'surface', 'raised', 'sunken', 'hover'];
const read: [text: string, grounds: string[]][] = [
  ['ink', [...grounds, 'accent-soft', 'good-soft', 'warn-soft', 'bad-soft', 'info-soft']],
  ['ink-2', [...grounds, 'accent-soft']],
  ['ink-3', [...grounds, 'accent-soft']],
  ['accent-ink', [...grounds, 'accent-soft']],
  ['good', [...grounds, 'good-soft']],
  ['warn', [...grounds, 'warn-soft']],
  ['bad', [...grounds, 'bad-soft']],
  ['info', [...grounds, 'info-soft']],
  ['on-accent', ['accent', 'accent-hover']],
  ['on-bad', ['bad-solid']],
  ['chat-ink', ['chat-out', 'chat-in']],
  ['chat-faint', ['chat-out', 'chat-in']],
  ['chat-link', ['chat-out', 'chat-in']],
];
const edges: [edge: string, grounds: string[]][] = [
  ['control', ['ground', 'surface', 'raised']],
  ['accent', grounds],
  ['series-1', ['surface', 'raised']],
  ['series-2', ['surface', 'raised']],
  ['series-3', ['surface', 'raised']],
  ['series-4', ['surface', 'raised']],
  ['series-rest', ['surface', 'raised']],
];

describe.each(Object.entries(themes))('the %s theme', (_, tokens) => {
  it('has text of at least 4.5:1 on every ground it stands on', () => {
    expect(tooWeak(tokens, read, 4.5)).toEqual([]);
  });

  it('has edges, focus and chart lines of at least 3:1', () => {
    expect(tooWeak(tokens, edges, 3)).toEqual([]);
  });

  it('tells any two series apart by lightness, for a grey print and for colour-blind eyes', () => {
    const lightness = [1, 2, 3, 4]
      .map((place) => luminance(value(tokens, `series-${place}`)))
      .sort((a, b) => a - b);
    const steps = lightness.slice(1).map((one, place) => ratioOf(one, lightness[place] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(1.15);
  });
});

it('names the same tokens in both themes', () => {
  expect(Object.keys(themes.dark).sort()).toEqual(Object.keys(themes.light).sort());
});

function tooWeak(tokens: Tokens, pairs: [string, string[]][], least: number): string[] {
  return pairs.flatMap(([front, backs]) =>
    backs
      .map((back) => ({
        back,
        ratio: ratioOf(luminance(value(tokens, front)), luminance(value(tokens, back))),
      }))
      .filter(({ ratio }) => ratio < least)
      .map(({ back, ratio }) => `${front} on ${back} is ${ratio.toFixed(2)}`),
  );
}

function tokensOf(selector: string): Tokens {
  const start = css.indexOf('{', css.indexOf(selector));
  const block = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  );
}

function value(tokens: Tokens, name: string): string {
  const hex = tokens[name];
  if (hex === undefined) throw new Error(`tokens.css has no --${name}`);
  return hex;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratioOf(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

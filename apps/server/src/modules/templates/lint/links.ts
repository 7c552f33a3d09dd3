import type { Copy } from './copy.ts';
import type { Found } from './rule.ts';

export interface Link {
  path: string;
  pointer: string;
  /** The whole text in which it stands. */
  text: string;
  url: string;
  host: string;
}

/** Addresses in the words, with or without https, and behind buttons. */
export function linksOf({ pieces, buttons }: Copy): Link[] {
  const behind = buttons.flatMap(({ path, pointer, url }) =>
    url === null ? [] : [{ path: `${path}.url`, pointer: `${pointer}/url`, text: url, url }],
  );
  const written = pieces.flatMap(({ path, pointer, text }) =>
    (text.match(address) ?? []).map((url) => ({ path, pointer, text, url: url.replace(/[.,!?)।]+$/, '') })),
  );
  return [...behind, ...written].map((link) => ({ ...link, host: hostOf(link.url) }));
}

/** Without a scheme only what ends as web addresses do here: "Rs.500" and "Dr.Rao" are none. */
const address =
  /https?:\/\/[^\s"'<>]+|\b[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*\.(com|in|co|me|ly|net|org|io|gl|app|shop|store|link|at|gd|cc|gy)\b(\/[^\s"'<>]*)?/gi;

function hostOf(url: string): string {
  const whole = /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`;
  const plain = whole.replaceAll(/\{\{[^{}]*\}\}/g, '1');
  return URL.canParse(plain) ? new URL(plain).hostname.toLowerCase() : '';
}

export const toFound = ({ path, url }: Link): Found => ({ path, excerpt: url.slice(0, 100) });

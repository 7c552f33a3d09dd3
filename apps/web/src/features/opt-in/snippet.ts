import type { Point } from './queries.ts';

/** The line that a website needs; the program serves the script from where its own pages are. */
export function snippetOf({ pageUrl, code, look }: Pick<Point, 'pageUrl' | 'code' | 'look'>): string {
  const source = `${new URL(pageUrl).origin}/embed/opt-in.js`;
  const opener = look.place === 'modal' && look.trigger === 'click' ? ' data-open="#offers"' : '';
  const phone = look.place === 'checkout' ? ' data-phone="#phone"' : '';
  return `<script async src="${source}" data-code="${code}"${opener}${phone}></script>`;
}

/** Where everything works and nothing is kept: the script on a page of ours, or the page itself. */
export const tryUrlOf = ({ kind, pageUrl, code }: Pick<Point, 'kind' | 'pageUrl' | 'code'>): string =>
  kind === 'website' ? `${new URL(pageUrl).origin}/embed/${code}/try` : `${pageUrl}?test=1`;

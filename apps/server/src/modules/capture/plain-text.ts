const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** Join letters of Indian scripts, so they belong to words. */
const joiners = /[\u200c\u200d]/u;

/** Text from outside that is kept as evidence: on one line, bounded, with nothing in it that hides or turns it. */
export function plainText(value: unknown, max: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const plain = value
    .slice(0, 4 * max)
    .toWellFormed()
    .replaceAll(unseen, (character) => (joiners.test(character) ? character : ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, max)
    .toWellFormed();
  return plain === '' ? undefined : plain;
}

/** Of an address only what leads there: nobody's token in it is kept. */
export function plainAddress(value: unknown): string | undefined {
  const text = plainText(value, 2_000);
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { protocol, origin, pathname } = new URL(text);
  return /^https?:$/.test(protocol) ? `${origin}${pathname}`.slice(0, 500) : undefined;
}

const utmNames = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as const;

/** What tells where somebody came from, out of a query. */
export function utmOf(query: URLSearchParams): Record<string, string> {
  const found = utmNames.flatMap((name): [string, string][] => {
    const value = plainText(query.get(name), 200);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(found);
}

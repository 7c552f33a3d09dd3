import { ImportFailed } from './import-failed.ts';

const longestElement = 2_000_000;

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Only what XML itself defines: entities that a document declares are not read, so they cannot grow. */
export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined) return named[name as string] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : text;

/** Each element of a name, as its text, while the document streams by. It must not hold another of that name. */
export async function* elementsNamed(content: AsyncIterable<Buffer>, name: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8');
  const opening = new RegExp(`<${name}(?=[\\s>/])`, 'g');
  const closing = `</${name}>`;
  let rest = '';
  for await (const piece of content) {
    rest += decoder.decode(piece, { stream: true });
    const found: string[] = [];
    let at = 0;
    for (;;) {
      opening.lastIndex = at;
      const begun = opening.exec(rest);
      if (begun === null) {
        at = Math.max(at, rest.length - name.length - 2);
        break;
      }
      const headEnd = rest.indexOf('>', begun.index);
      const isEmpty = headEnd !== -1 && rest[headEnd - 1] === '/';
      const end = isEmpty ? headEnd + 1 : rest.indexOf(closing, begun.index);
      if (headEnd === -1 || end === -1) {
        at = begun.index;
        break;
      }
      const next = isEmpty ? end : end + closing.length;
      found.push(rest.slice(begun.index, next));
      at = next;
    }
    rest = rest.slice(at);
    if (rest.length > longestElement) throw new ImportFailed('row_too_long');
    if (found.length > 0) yield found;
  }
}

export const attributeOf = (head: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1];

/** The text of a string item: all its runs, without the readings that are written above them. */
export const textIn = (element: string): string =>
  [...element.replaceAll(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)]
    .map(([, text]) => unescapeXml(text!))
    .join('')
    .replaceAll(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** As long as the program keeps a text; WhatsApp’s own limits are shorter and told beside the field. */
export const keeps = {
  header: 300,
  body: 4096,
  footer: 300,
  label: 100,
  url: 3000,
  phone: 40,
  offer: 100,
  sample: 2000,
  fallback: 1024,
  altText: 300,
  disclosure: 1000,
} as const;

/**
 * What was typed or pasted, without what cannot be seen and turns a text around or breaks a message: the program keeps
 * none of it, and a paste from a document is full of it.
 */
export function typed(text: string, most: number, { lines = false }: { lines?: boolean } = {}): string {
  const plain = text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ');
  const fitting = lines ? plain : plain.replaceAll('\n', ' ');
  return fitting.length > most ? Array.from(fitting.slice(0, most)).join('').toWellFormed() : fitting;
}

/** As WhatsApp counts: an emoji of one code point is one, a family of four is seven. */
export const lengthOf = (text: string): number => Array.from(text).length;

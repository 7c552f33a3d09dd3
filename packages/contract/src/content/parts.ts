import { z } from 'zod';
import { id } from '../scalars.ts';

/** Text of so many characters as Meta counts them: code points, so that an emoji is one and not two. */
export const words = (max: number, min = 1) =>
  z
    .string()
    .min(min, min === 1 ? 'This cannot be empty' : undefined)
    .refine((text) => isAtMost(text, max), `WhatsApp allows at most ${max} characters here`)
    .meta({ minLength: min, maxLength: max });

/** What WhatsApp does not limit; a bound all the same, so that no message grows without end. */
export const anyWords = words(4096);

const isAddress = (text: string, protocols: RegExp): boolean => {
  const url = URL.parse(text);
  return url !== null && protocols.test(url.protocol) && url.hostname !== '';
};

export const webAddress = z
  .string()
  .max(2000)
  .refine((text) => isAddress(text, /^https?:$/), 'This is not a web address that begins with https://')
  .meta({ format: 'uri' });

/** WhatsApp fetches files over https alone. */
export const fileAddress = z
  .string()
  .max(2000)
  .refine((text) => isAddress(text, /^https:$/), 'Files are linked by an address that begins with https://')
  .meta({ format: 'uri' });

const fileFields = { media: id.optional(), link: fileAddress.optional() };

interface FileFields {
  media?: string;
  link?: string;
}

/** A file by our media id or by a link, with what else may stand beside it. */
export const fileWith = <Shape extends z.ZodRawShape>(extra: Shape) =>
  z.strictObject({ ...fileFields, ...extra }).check(({ value, issues }) => {
    const { media, link } = value as FileFields;
    if ((media === undefined) !== (link === undefined)) return;
    const message =
      media === undefined ? 'Name a file: `media` or `link`' : 'Either `media` or `link`, not both';
    issues.push({ code: 'custom', message, path: ['media'], input: value });
  });

export const file = fileWith({});
export const namedFile = fileWith({ filename: words(240).optional() });

/** Refuses items of a list that are told apart by something which two of them share. */
export const unlike = <Item>(what: string, keyOf: (item: Item) => string | number, step: string[] = []) =>
  z.check<Item[]>(({ value, issues }) => {
    const seen = new Set<string | number>();
    for (const [at, item] of value.entries()) {
      const key = keyOf(item);
      if (seen.has(key)) {
        issues.push({ code: 'custom', message: `${what} must differ`, path: [at, ...step], input: value });
      }
      seen.add(key);
    }
  });

function isAtMost(text: string, max: number): boolean {
  if (text.length <= max) return true;
  if (text.length > 2 * max) return false;
  let count = 0;
  for (const _ of text) if (++count > max) return false;
  return true;
}

import { z } from 'zod';

export const id = z.uuid();

/** Text that a person types on one line: trimmed, not empty, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'Control characters are not allowed');

/** Turn, hide or smuggle text: what is read would not be what is kept. Joiners stay, Indian scripts need them. */
const deceives = /[\u200b\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
const deceivesInWords = 'Characters that hide text or change its direction are not allowed';

/** One line that people will read as it is kept. */
export const writtenLine = (max: number) => line(max).refine((text) => !deceives.test(text), deceivesInWords);

/** Lines of text that people will read as they are kept. */
export const writtenText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^(?:[^\p{Cc}\u2028\u2029]|\n)*$/u, 'Control characters are not allowed')
    .refine((text) => !deceives.test(text), deceivesInWords);

/** A language that people read, as BCP 47 writes it: `hi`, `hi-Latn`, `en-IN`. */
export const textLanguage = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'Name the language like hi, hi-Latn or en-IN');

export const email = z.string().trim().toLowerCase().pipe(z.email().max(254));

export const password = z.string().min(12, 'Use at least 12 characters').max(200);

export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'This is not a time zone of the IANA list, such as Asia/Kolkata');

export const language = z.enum(['en', 'hi']);

/** A page of a list. The cursor is opaque: give back what the previous page returned as `nextCursor`. */
export const pageInput = {
  cursor: z.string().max(500).optional(),
  limit: z.number().int().min(1).max(200).default(50),
};

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const nothing = z.object({});

/** For a person, in both languages of the program. */
export const sentence = z.object({ en: z.string(), hi: z.string() });

/** Beside the id of a contact: what a list calls them. */
export const contactInList = { contactName: z.string().nullable(), contactPhone: z.string().nullable() };

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

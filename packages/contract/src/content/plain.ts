import { z } from 'zod';
import { id } from '../scalars.ts';
import { anyWords, fileWith, words } from './parts.ts';

const caption = words(1024).optional();

export const text = z.strictObject({ body: words(4096), preview_url: z.boolean().optional() });
export const picture = fileWith({ caption });
export const paper = fileWith({ caption, filename: words(240).optional() });
export const sound = fileWith({ voice: z.boolean().optional() });

export const location = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: anyWords.optional(),
  address: anyWords.optional(),
});

/** A message of ours by its id, or any by the one that Meta gave it. */
const messageId = z.union([id, z.string().regex(/^wamid\.[\w+/=-]{1,500}$/)], {
  error: 'Name a message by its id here, or by the one of WhatsApp, which begins with wamid.',
});

/** One emoji as phones know it, whether or not its variation selector came along. */
const oneEmoji = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}\uFE0F?|[#*0-9]\uFE0F?\u20E3)?$/v;

export const reaction = z.strictObject({
  message_id: messageId,
  /** Empty: takes the reaction back. */
  emoji: z
    .string()
    .max(40)
    .refine((given) => oneEmoji.test(given), 'A reaction is a single emoji'),
});

export const pin = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('pin'),
    message_id: messageId,
    expiration_days: z.number().int().min(1).max(30),
  }),
  z.strictObject({ type: z.literal('unpin'), message_id: messageId }),
]);

const detail = words(1000, 0).optional();

const contactName = z
  .strictObject({
    formatted_name: anyWords,
    first_name: detail,
    last_name: detail,
    middle_name: detail,
    prefix: detail,
    suffix: detail,
  })
  .refine(
    ({ first_name, last_name, middle_name, prefix, suffix }) =>
      first_name || last_name || middle_name || prefix || suffix,
    { message: 'WhatsApp wants another part of the name beside the whole of it', path: ['first_name'] },
  );

const contactCard = z.strictObject({
  name: contactName,
  birthday: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'Write the day as YYYY-MM-DD')
    .optional(),
  phones: z
    .array(z.strictObject({ phone: anyWords, type: detail, wa_id: detail }))
    .max(20)
    .optional(),
  emails: z
    .array(z.strictObject({ email: anyWords, type: detail }))
    .max(20)
    .optional(),
  urls: z
    .array(z.strictObject({ url: anyWords, type: detail }))
    .max(20)
    .optional(),
  addresses: z
    .array(
      z.strictObject({
        street: detail,
        city: detail,
        state: detail,
        zip: detail,
        country: detail,
        country_code: detail,
        type: detail,
      }),
    )
    .max(20)
    .optional(),
  org: z.strictObject({ company: detail, department: detail, title: detail }).optional(),
});

/** Meta's pages say 257 cards, its specification 5: what keeps to 5 is safe. */
export const contacts = z.array(contactCard).min(1).max(5);

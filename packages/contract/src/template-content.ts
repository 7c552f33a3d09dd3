import { z } from 'zod';
import { id } from './scalars.ts';
import { fixedLabels, type FixedLabelKind } from './template-rules/facts.ts';

/** Marks that turn the direction of what follows them: they make a text look like another one. */
const turnsText = /[\u202a-\u202e\u2066-\u2069]/;
const controls = /[\p{Cc}\u2028\u2029]/u;
const controlsButBreaks = /[^\P{Cc}\n]|[\u2028\u2029]/u;

/**
 * A text of a draft, which may be longer than WhatsApp takes: it is kept as it was typed, and what is wrong with it is
 * told beside it.
 */
const draftText = (max: number, forbidden = controls) =>
  z
    .string()
    .max(max)
    .refine((text) => !forbidden.test(text), 'Control characters are not allowed')
    .refine((text) => !turnsText.test(text), 'Characters that change the direction of text are not allowed');

const label = draftText(100);

const header = z.discriminatedUnion('format', [
  z.strictObject({ type: z.literal('HEADER'), format: z.literal('TEXT'), text: draftText(300) }),
  z.strictObject({
    type: z.literal('HEADER'),
    format: z.enum(['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF', 'LOCATION', 'PRODUCT']),
  }),
]);

const body = z.strictObject({
  type: z.literal('BODY'),
  /** Of authentication: WhatsApp’s own words, once it has told them. */
  text: draftText(4096, controlsButBreaks),
  /** Of authentication. */
  add_security_recommendation: z.boolean().optional(),
});

const footer = z.strictObject({
  type: z.literal('FOOTER'),
  text: draftText(300),
  /** Of authentication. */
  code_expiration_minutes: z.number().int().optional(),
});

const app = z.strictObject({ package_name: draftText(300), signature_hash: draftText(40) });

const button = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('QUICK_REPLY'), text: label }),
  z.strictObject({ type: z.literal('URL'), text: label, url: draftText(3000) }),
  z.strictObject({ type: z.literal('PHONE_NUMBER'), text: label, phone_number: draftText(40) }),
  z.strictObject({
    type: z.literal('OTP'),
    otp_type: z.enum(['COPY_CODE', 'ONE_TAP', 'ZERO_TAP']),
    text: label.optional(),
    autofill_text: label.optional(),
    zero_tap_terms_accepted: z.boolean().optional(),
    supported_apps: z.array(app).max(10).optional(),
  }),
  z.strictObject({
    type: z.literal('FLOW'),
    text: label,
    flow_id: draftText(40).optional(),
    flow_action: z.enum(['navigate', 'data_exchange']),
    navigate_screen: draftText(200).optional(),
  }),
  z.strictObject({ type: z.literal('VOICE_CALL'), text: label, ttl_minutes: z.number().int().optional() }),
  z.strictObject({
    type: z.enum(Object.keys(fixedLabels) as [FixedLabelKind, ...FixedLabelKind[]]),
    text: label,
  }),
]);

const buttons = z.strictObject({ type: z.literal('BUTTONS'), buttons: z.array(button).max(20) });

const card = z.strictObject({
  components: z.array(z.discriminatedUnion('type', [header, body, buttons])).max(3),
});

const component = z.discriminatedUnion('type', [
  header,
  body,
  footer,
  buttons,
  z.strictObject({ type: z.literal('CAROUSEL'), cards: z.array(card).max(20) }),
  z.strictObject({
    type: z.literal('LIMITED_TIME_OFFER'),
    limited_time_offer: z.strictObject({ text: draftText(100), has_expiration: z.boolean() }),
  }),
  z.strictObject({ type: z.literal('CALL_PERMISSION_REQUEST') }),
]);

const variableUse = z.strictObject({
  /** What reviewers at WhatsApp see in its place, and what the preview shows. */
  sample: draftText(2000).default(''),
  /** Stands where a contact has no value. */
  fallback: draftText(1024).nullable().default(null),
  /** Where its value comes from, such as `contact.name`, `contact.city` or `contact.field.size`; null when sending gives it. */
  source: z
    .string()
    .regex(/^[a-z][a-z\d_]*(\.[a-z\d_-]+){0,3}$/)
    .max(120)
    .nullable()
    .default(null),
});

const mediaUse = z.strictObject({
  /** The sample that reviewers at WhatsApp see: a file of ours. */
  mediaId: id.nullable().default(null),
  /** What it shows, for whoever cannot see it. */
  altText: draftText(300).nullable().default(null),
});

const placeOfVariable = z.string().regex(/^(card\.\d\.)?(header|body|button\.\d{1,2})\.[^{}.\s]{1,60}$/);
const placeOfMedia = z.string().regex(/^(header|card\.\d)$/);

/**
 * What a template says: components as WhatsApp has them, without their examples, which stand in `variables` and `media`
 * beside what only we know. Whether it may be sent to review, `templateProblems` tells.
 */
export const templateContent = z.strictObject({
  parameterFormat: z.enum(['NAMED', 'POSITIONAL']).default('NAMED'),
  components: z.array(component).max(7),
  /** By the parameter’s name: `body.first_name`, `header.sale`, `button.0.url`, `button.1.coupon`, `card.1.body.price`. */
  variables: z.record(placeOfVariable, variableUse).default({}),
  /** Of headers that show a file: `header`, `card.0`. */
  media: z.record(placeOfMedia, mediaUse).default({}),
  messageTtlSeconds: z.number().int().nullable().default(null),
  /** What has to be said to the customer by law or policy; kept with the version, shown to reviewers. */
  disclosure: draftText(1000, controlsButBreaks).nullable().default(null),
  /** What WhatsApp has in it and this program cannot edit: it is carried along as it is. */
  foreign: z
    .array(z.record(z.string(), z.json()))
    .max(10)
    .refine((all) => JSON.stringify(all).length <= 20_000, 'Too large')
    .default([]),
});

export type TemplateContent = z.output<typeof templateContent>;
export type TemplateComponentDraft = TemplateContent['components'][number];
export type TemplateButtonDraft = z.output<typeof button>;

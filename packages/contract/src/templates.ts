import { z } from 'zod';
import { get, post } from './procedure.ts';
import { id, line, pageInput, pageOf } from './scalars.ts';

/** Why a template cannot be sent now. Codes never change. */
export const templateRefusals = [
  'template_removed',
  'template_in_review',
  'template_rejected',
  'template_paused',
  'template_disabled',
  'template_locked',
  'template_archived',
  'template_status_unknown',
] as const;

export const parameterKinds = [
  'text',
  'code',
  'image',
  'video',
  'document',
  'gif',
  'location',
  'product',
  'url_suffix',
  'coupon_code',
  'payload',
  'flow',
  'catalog',
  'products',
  'order',
  'call_minutes',
  'time',
] as const;

export const parameter = z.object({
  /** How a value for it is given: `body.1`, `header.image`, `button.0.url`, `card.1.body.name`, `code`. */
  name: z.string(),
  kind: z.enum(parameterKinds),
  required: z.boolean(),
  /** From Meta’s examples, where there is one. */
  example: z.string().nullable(),
  maxLength: z.number().int().nullable(),
});

/** Category, status and quality are Meta’s words, to which it adds without notice. */
const template = z.object({
  templateId: id,
  accountId: id,
  metaTemplateId: z.string(),
  name: z.string(),
  language: z.string(),
  category: z.string(),
  /** Meta holds another category for right; from `categoryChangesAt` on, if that is known, it is that one. */
  correctCategory: z.string().nullable(),
  categoryChangesAt: z.date().nullable(),
  status: z.string(),
  /** Null when it may be sent. */
  refusal: z.enum(templateRefusals).nullable(),
  rejectedReason: z.string().nullable(),
  /** Until when a pause lasts, if it ends by itself. */
  pausedUntil: z.date().nullable(),
  quality: z.string().nullable(),
  updatedAt: z.date(),
  syncedAt: z.date(),
  removedAt: z.date().nullable(),
});

const wholeTemplate = template.extend({
  previousCategory: z.string().nullable(),
  parameterFormat: z.string(),
  /** As Meta has them. */
  components: z.array(z.record(z.string(), z.unknown())),
  parameters: z.array(parameter),
  /** The words with Meta’s examples in them. */
  exampleText: z.string(),
  messageTtlSeconds: z.number().int().nullable(),
});

export const templates = {
  list: get('templates.read', '/templates', {
    summary: 'The templates that Meta has for the connected accounts, by name and language',
  })
    .input(
      z.strictObject({
        ...pageInput,
        accountId: id.optional(),
        status: line(40).optional(),
        category: line(40).optional(),
        language: line(20).optional(),
        /** A part of the name. */
        search: line(100).optional(),
        /** Those too that are gone at Meta. */
        removed: z.boolean().default(false),
      }),
    )
    .output(pageOf(template)),
  get: get('templates.read', '/templates/{templateId}', {
    summary: 'A template with its components and the parameters that it takes',
  })
    .input(z.strictObject({ templateId: id }))
    .output(wholeTemplate),
  sync: post('templates.manage', '/templates/sync', {
    summary: 'Read the templates of an account from Meta again',
  })
    .input(z.strictObject({ accountId: id }))
    .output(
      z.object({
        total: z.number().int(),
        added: z.number().int(),
        changed: z.number().int(),
        removed: z.number().int(),
      }),
    ),
};

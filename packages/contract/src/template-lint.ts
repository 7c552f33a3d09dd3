import { z } from 'zod';
import { post } from './procedure.ts';
import { id, line, sentence } from './scalars.ts';
import { templateContent } from './template-content.ts';
import { templateCategories } from './template-rules/index.ts';

/** WhatsApp refuses it for sure; it will probably refuse, re-categorise or dislike it; it could be better. */
export const lintSeverities = ['blocks', 'risk', 'advice'] as const;
export const predictionReasons = [
  'one_time_code',
  'selling_component',
  'promotion',
  'unasked',
  'general_survey',
  'own_matter',
  'nothing_specific',
] as const;

const finding = z.object({
  /** Of the rule. Never changes. */
  code: z.string(),
  severity: z.enum(lintSeverities),
  /** `name`, `body`, `header`, `footer`, `button.0`, `button.0.url`, `card.1.body`, `template`. */
  path: z.string(),
  /** Where in the content that is: `components.1.text`, `variables.body.name`; null when it is about the whole. */
  field: z.string().nullable(),
  explanation: sentence,
  fix: sentence,
  /** The words that it was seen by. */
  excerpt: z.string().nullable(),
  /** Changes of `content.components` that cure it; the pointer is RFC 6901, from the components on. */
  cures: z.array(
    z.object({
      op: z.enum(['replace', 'add']),
      pointer: z.string(),
      value: z.union([z.string(), z.record(z.string(), z.string())]),
    }),
  ),
});

export type TemplateFinding = z.output<typeof finding>;

const prediction = z.object({
  category: z.enum(templateCategories),
  certainty: z.enum(['sure', 'likely', 'unsure']),
  reasons: z.array(
    z.object({ why: z.enum(predictionReasons), path: z.string(), excerpt: z.string().nullable() }),
  ),
});

export const templateLint = {
  check: post('templates.read', '/templates/lint', {
    summary: 'Say what is wrong with a template before WhatsApp does, and which category it would be given',
  })
    .input(
      z.strictObject({
        name: z.string().max(512),
        language: z.string().max(20),
        category: z.enum(templateCategories),
        content: templateContent,
        /** The account that it is for: its other templates must not say the same. */
        accountId: id.optional(),
        /** The other languages of the family, as far as they are not stored yet. */
        variants: z
          .array(z.strictObject({ language: z.string().max(20), body: z.string().max(4096) }))
          .max(30)
          .default([]),
        /** Where the business is at home on the web. */
        domains: z.array(line(253)).max(50).default([]),
      }),
    )
    .output(z.object({ findings: z.array(finding), prediction })),
};

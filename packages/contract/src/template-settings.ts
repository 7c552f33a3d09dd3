import { z } from 'zod';
import { get, patch } from './procedure.ts';
import { line, nothing } from './scalars.ts';
import { category } from './template-shapes.ts';

const settings = z.object({
  /** Of a name: `{class}`, `{topic}`, `{language}` and `{version}` with anything between them. */
  namePattern: z.string(),
  /** Names that do not fit are refused; otherwise they are told. */
  enforceNames: z.boolean(),
  /** For a team of one: whoever wrote a version may approve it. */
  allowOwnApproval: z.boolean(),
});

const namePattern = z
  .string()
  .max(100)
  .regex(
    /^([a-z0-9_]|\{(class|topic|language|version)\})+$/,
    'Use small letters, digits, _ and the four places',
  )
  .refine((pattern) => pattern.includes('{topic}'), 'The pattern needs {topic}');

export const templateSettings = {
  get: get('templates.read', '/template-settings', { summary: 'How templates are named and approved' })
    .input(nothing)
    .output(settings),
  update: patch('templates.review', '/template-settings', {
    summary: 'Change how templates are named and approved',
  })
    .input(
      z.strictObject({
        namePattern: namePattern.optional(),
        enforceNames: z.boolean().optional(),
        allowOwnApproval: z.boolean().optional(),
      }),
    )
    .output(settings),
  suggestName: get('templates.read', '/template-names/suggestion', {
    summary: 'A free name for a template about something',
  })
    .input(z.strictObject({ category, topic: line(100) }))
    .output(
      z.object({
        name: z.string(),
        /** How its languages are called at WhatsApp, for English. */
        metaName: z.string(),
      }),
    ),
};

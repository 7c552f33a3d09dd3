import { z } from 'zod';
import { get, post, remove } from './procedure.ts';
import { id, nothing } from './scalars.ts';
import { templateContent } from './template-content.ts';
import { category, draft, note, problem, version } from './template-shapes.ts';
import { parameter } from './templates.ts';

const onVariant = { variantId: id };

export const templateDrafts = {
  get: get('templates.read', '/template-variants/{variantId}/draft', {
    summary: 'What is being written of a language, with everything WhatsApp would refuse',
  })
    .input(z.strictObject(onVariant))
    .output(draft),
  save: post('templates.manage', '/template-variants/{variantId}/draft', {
    summary: 'Save what is being written',
    description:
      'Half-finished content is kept too. `revision` is the one that you read; if somebody saved since, it is refused as a conflict whose `details` say who and which.',
  })
    .input(z.strictObject({ ...onVariant, revision: z.number().int().min(0), content: templateContent }))
    .output(draft),
  discard: remove('templates.manage', '/template-variants/{variantId}/draft', {
    summary: 'Give up a draft; the versions stay',
  })
    .input(z.strictObject(onVariant))
    .output(nothing),
  check: post('templates.read', '/template-drafts/check', {
    summary: 'Say what WhatsApp would refuse in a content, and how it reads; saves nothing',
  })
    .input(z.strictObject({ category, content: templateContent }))
    .output(
      z.object({
        problems: z.array(problem),
        parameters: z.array(parameter),
        exampleText: z.string(),
        components: z.array(z.record(z.string(), z.unknown())),
      }),
    ),
  requestReview: post('templates.manage', '/template-variants/{variantId}/review', {
    summary: 'Make the draft a version and ask for its review',
    description: 'Refused with `fields` while WhatsApp would refuse the content.',
  })
    .input(
      z.strictObject({
        ...onVariant,
        revision: z.number().int().min(0),
        note: note.nullable().default(null),
      }),
    )
    .output(version),
};

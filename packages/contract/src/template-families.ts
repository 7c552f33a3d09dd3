import { z } from 'zod';
import { get, patch, post, remove } from './procedure.ts';
import { id, line, nothing, pageInput, pageOf } from './scalars.ts';
import { templateContent } from './template-content.ts';
import {
  actor,
  category,
  familyEntries,
  familyName,
  language,
  listedFamily,
  note,
  submission,
  wholeFamily,
} from './template-shapes.ts';

const onFamily = { familyId: id };
const onVariant = { variantId: id };

export const templateFamilies = {
  list: get('templates.read', '/template-families', {
    summary: 'Templates with their languages and how each stands at WhatsApp, by name',
  })
    .input(
      z.strictObject({
        ...pageInput,
        search: line(100).optional(),
        category: category.optional(),
        language: language.optional(),
        accountId: id.optional(),
        /** What somebody has to do: `draft`, `in_review`, `to_submit`, `at_whatsapp`, `live`, `trouble`. */
        standing: z.enum(['draft', 'in_review', 'to_submit', 'at_whatsapp', 'live', 'trouble']).optional(),
        retired: z.boolean().default(false),
      }),
    )
    .output(pageOf(listedFamily)),
  get: get('templates.read', '/template-families/{familyId}', {
    summary: 'A template with its languages, versions and what WhatsApp has of it',
  })
    .input(z.strictObject(onFamily))
    .output(wholeFamily),
  create: post('templates.manage', '/template-families', {
    summary: 'Begin a template in one language',
    description: 'The name is held against the naming convention of the workspace.',
  })
    .input(
      z.strictObject({
        name: familyName,
        category,
        language,
        purpose: line(60).nullable().default(null),
        note: note.nullable().default(null),
        accountIds: z.array(id).max(20).default([]),
        /** What to begin with; empty when left out. */
        content: templateContent.optional(),
      }),
    )
    .output(wholeFamily),
  update: patch('templates.manage', '/template-families/{familyId}', {
    summary: 'Change what a template is for, who looks after it and where it goes',
    description: 'The category cannot change once WhatsApp has approved one of its languages.',
  })
    .input(
      z.strictObject({
        ...onFamily,
        category: category.optional(),
        purpose: line(60).nullable().optional(),
        ownerId: id.nullable().optional(),
        note: note.nullable().optional(),
        accountIds: z.array(id).max(20).optional(),
      }),
    )
    .output(wholeFamily),
  clone: post('templates.manage', '/template-families/{familyId}/clone', {
    summary: 'Begin another template with the words of this one, in all of its languages',
  })
    .input(z.strictObject({ ...onFamily, name: familyName }))
    .output(wholeFamily),
  retire: post('templates.manage', '/template-families/{familyId}/retire', {
    summary: 'Take a template out of use; it stays for what was sent with it',
    description: 'Refused while something uses it, which `details.uses` names.',
  })
    .input(z.strictObject({ ...onFamily, note: note.nullable().default(null) }))
    .output(wholeFamily),
  restore: post('templates.manage', '/template-families/{familyId}/restore', {
    summary: 'Bring a retired template back',
  })
    .input(z.strictObject(onFamily))
    .output(wholeFamily),
  remove: remove('templates.manage', '/template-families/{familyId}', {
    summary: 'Delete a template that WhatsApp never had',
  })
    .input(z.strictObject(onFamily))
    .output(nothing),
  uses: get('templates.read', '/template-families/{familyId}/uses', {
    summary: 'What uses a template now',
  })
    .input(z.strictObject(onFamily))
    .output(
      z.object({
        items: z.array(
          z.object({
            /** A word of the product, such as `outbox` or `campaign`. */
            kind: z.string(),
            id: z.string().nullable(),
            name: z.string().nullable(),
            count: z.number().int(),
            templateId: id,
          }),
        ),
      }),
    ),
  history: get('templates.read', '/template-families/{familyId}/history', {
    summary: 'What happened to a template and what was said of it, newest first',
  })
    .input(z.strictObject({ ...pageInput, ...onFamily }))
    .output(
      pageOf(
        z.object({
          entryId: id,
          what: z.enum(familyEntries),
          at: z.date(),
          by: actor,
          language: z.string().nullable(),
          versionId: id.nullable(),
          versionNumber: z.number().int().nullable(),
          accountId: id.nullable(),
          /** What a person wrote, or WhatsApp told. */
          note: z.string().nullable(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
    ),
  comment: post('templates.read', '/template-families/{familyId}/comments', {
    summary: 'Say something about a template or one of its versions',
  })
    .input(
      z.strictObject({ ...onFamily, versionId: id.optional(), text: z.string().trim().min(1).max(2000) }),
    )
    .output(z.object({ entryId: id })),
};

export const templateVariants = {
  create: post('templates.manage', '/template-families/{familyId}/variants', {
    summary: 'Add a language, empty or with the words of another one to translate',
  })
    .input(z.strictObject({ ...onFamily, language, fromVariantId: id.optional() }))
    .output(wholeFamily),
  remove: remove('templates.manage', '/template-variants/{variantId}', {
    summary: 'Delete a language that WhatsApp never had',
  })
    .input(z.strictObject(onVariant))
    .output(nothing),
  deleteAtWhatsApp: post('templates.submit', '/template-variants/{variantId}/delete-at-whatsapp', {
    summary: 'Delete a language at WhatsApp',
    description:
      'Its name cannot be used there again for 30 days. Refused while something uses it, which `details.uses` names.',
  })
    .input(z.strictObject({ ...onVariant, accountIds: z.array(id).min(1).max(20) }))
    .output(z.object({ submissions: z.array(submission) })),
};

import { z } from 'zod';
import { get, post } from './procedure.ts';
import { id, line, nothing, sentence } from './scalars.ts';
import { templateContent } from './template-content.ts';
import { templateCategories } from './template-rules/index.ts';

export const starterIndustries = [
  'retail',
  'food',
  'health',
  'finance',
  'education',
  'travel',
  'property',
  'services',
  'events',
] as const;

export const starterTopics = [
  'welcome',
  'orders',
  'carts',
  'stock',
  'reviews',
  'bookings',
  'payments',
  'health',
  'documents',
  'codes',
  'winning_back',
  'loyalty',
  'support',
  'events',
  'festivals',
] as const;

const starter = z.object({
  key: z.string(),
  topic: z.enum(starterTopics),
  /** Empty for every one. */
  industries: z.array(z.enum(starterIndustries)),
  /** The festival that it is for. */
  festival: z.string().nullable(),
  /** Variants of one kit say the same in other words, to take turns when quality dips. */
  kit: z.string().nullable(),
  /** Of the product’s use cases: `P6`. */
  playbooks: z.array(z.string()),
  category: z.enum(templateCategories),
  title: sentence,
  about: sentence,
  variants: z.array(
    z.object({
      language: z.string(),
      /** The words with samples in them. */
      text: z.string(),
      buttons: z.array(z.string()),
      content: templateContent,
    }),
  ),
});

export const templateLibrary = {
  list: get('templates.read', '/template-library', {
    summary: 'Templates to begin with, in English and Hindi, for the usual occasions of a business',
  })
    .input(
      z.strictObject({
        /** Words of the title, the purpose or the texts, in either language. */
        search: line(100).optional(),
        category: z.enum(templateCategories).optional(),
        topic: z.enum(starterTopics).optional(),
        industry: z.enum(starterIndustries).optional(),
        festival: line(40).optional(),
        kit: line(60).optional(),
      }),
    )
    .output(z.object({ items: z.array(starter), total: z.number().int() })),
  use: post('templates.manage', '/template-library/{key}/use', {
    summary: 'Begin a template of your own with the words of one of the library',
    description:
      'It becomes a draft in the wanted languages, under a free name that fits the naming convention.',
  })
    .input(
      z.strictObject({
        key: line(80),
        languages: z
          .array(z.enum(['en', 'hi']))
          .min(1)
          .max(2)
          .default(['en', 'hi']),
        accountIds: z.array(id).max(20).default([]),
      }),
    )
    .output(z.object({ familyId: id, name: z.string() })),
  inserts: get('templates.read', '/template-inserts', {
    summary: 'Sentences to put into templates, such as that nobody is ever asked for a code',
  })
    .input(nothing)
    .output(
      z.object({
        items: z.array(
          z.object({
            key: z.string(),
            title: sentence,
            /** Where it may stand. */
            place: z.enum(['body', 'footer']),
            texts: z.array(z.object({ language: z.string(), text: z.string() })),
          }),
        ),
      }),
    ),
};

import { z } from 'zod';
import { id, sentence } from './scalars.ts';
import { templateContent } from './template-content.ts';
import { templateCategories, templateLanguages } from './template-rules/index.ts';
import { parameter, templateRefusals } from './templates.ts';

/** What became of a version that somebody sent to review. */
export const versionStates = ['in_review', 'sent_back', 'withdrawn', 'approved'] as const;

/** Where a version came from: written here, read from WhatsApp, or changed there by somebody else. */
export const versionOrigins = ['here', 'whatsapp', 'changed_at_whatsapp'] as const;

/** `unclear` while it is not known whether WhatsApp has it; it is looked for there. */
export const submissionStates = ['waiting', 'asking', 'unclear', 'done', 'refused', 'failed'] as const;
export const submissionKinds = ['create', 'edit', 'delete'] as const;

/** What happens to a family, for its history. */
export const familyEntries = [
  'created',
  'imported',
  'cloned',
  'changed',
  'language_added',
  'language_removed',
  'review_requested',
  'withdrawn',
  'approved',
  'sent_back',
  'submitted',
  'submission_ended',
  'status_changed',
  'quality_changed',
  'recategorised',
  'changed_at_whatsapp',
  'gone_at_whatsapp',
  'retired',
  'restored',
  'commented',
] as const;

/** What stands in the way of a submission to one account. */
export const submissionObstacles = [
  'not_approved',
  'in_review_at_whatsapp',
  'disabled',
  'edited_lately',
  'edited_too_often',
  'under_way',
  'nothing_new',
  'disconnected',
  'retired',
] as const;

export const actor = z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() });
export const category = z.enum(templateCategories);
export const language = z.enum(
  templateLanguages as [string, ...string[]],
  'WhatsApp has no templates in this language',
);
export const note = z.string().trim().max(2000);
export const familyName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[a-z0-9_]+$/, 'Only small letters, digits and underscores');

export const problem = z.object({ field: z.string(), code: z.string(), message: z.string() });

const atWhatsApp = z.object({
  templateId: id,
  accountId: id,
  metaTemplateId: z.string(),
  status: z.string(),
  /** Null when it may be sent. */
  refusal: z.enum(templateRefusals).nullable(),
  category: z.string(),
  /** Set when WhatsApp has made it another category than the one asked for, or will. */
  correctCategory: z.string().nullable(),
  categoryChangesAt: z.date().nullable(),
  quality: z.string().nullable(),
  rejectedReason: z.string().nullable(),
  /** WhatsApp’s own words about a rejection. */
  rejection: z.object({ reason: z.string().nullable(), recommendation: z.string().nullable() }).nullable(),
  pausedUntil: z.date().nullable(),
  /** Which version WhatsApp has; null while that was not compared. */
  versionId: id.nullable(),
  updatedAt: z.date(),
  removedAt: z.date().nullable(),
});

/** Of an event, shortly before which nothing is submitted without a reason. */
export const submissionLock = z.object({
  /** The festival’s key or the occasion’s id. */
  subject: z.string(),
  name: sentence,
  day: z.iso.date(),
  /** From this day on nothing is submitted. */
  from: z.iso.date(),
});

export const submission = z.object({
  submissionId: id,
  versionId: id.nullable(),
  accountId: id,
  kind: z.enum(submissionKinds),
  state: z.enum(submissionStates),
  /** What WhatsApp said, by the field that is to be changed where that is known. */
  problem: z
    .object({
      message: z.string(),
      code: z.number().nullable(),
      field: z.string().nullable(),
      /** The same for people who read it; null for refusals of our own. */
      says: sentence.nullable(),
      /** WhatsApp’s own words. */
      told: z.string().nullable(),
    })
    .nullable(),
  createdAt: z.date(),
  answeredAt: z.date().nullable(),
});

export const version = z.object({
  versionId: id,
  variantId: id,
  number: z.number().int(),
  state: z.enum(versionStates),
  origin: z.enum(versionOrigins),
  category: z.string(),
  createdAt: z.date(),
  createdBy: actor,
  /** With which words review was asked for. */
  note: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decidedBy: actor.nullable(),
  rationale: z.string().nullable(),
});

const draftState = z.object({
  revision: z.number().int(),
  updatedAt: z.date(),
  updatedBy: actor,
  /** How many things WhatsApp would refuse. */
  problemCount: z.number().int(),
});

const variant = z.object({
  variantId: id,
  language: z.string(),
  /** Its name at WhatsApp. */
  metaName: z.string(),
  /** The words with samples in them, of the newest version or the draft. */
  text: z.string(),
  /** The same as it would be written on: null while there is nothing. */
  content: templateContent.nullable(),
  draft: draftState.nullable(),
  /** The newest first. */
  versions: z.array(version),
  atWhatsApp: z.array(atWhatsApp),
  /** The newest for each account. */
  submissions: z.array(submission),
});

const family = z.object({
  familyId: id,
  name: z.string(),
  category: z.string(),
  /** What consent it rests on. */
  purpose: z.string().nullable(),
  ownerId: id.nullable(),
  note: z.string().nullable(),
  /** The accounts that it is meant for. */
  accountIds: z.array(id),
  createdAt: z.date(),
  createdBy: actor,
  updatedAt: z.date(),
  retiredAt: z.date().nullable(),
});

export const listedFamily = family.extend({
  languages: z.array(
    z.object({
      variantId: id,
      language: z.string(),
      metaName: z.string(),
      /** WhatsApp’s word for the least well account, or null when it is nowhere. */
      status: z.string().nullable(),
      quality: z.string().nullable(),
      refusal: z.enum(templateRefusals).nullable(),
      /** Of its newest version here. */
      state: z.enum(versionStates).nullable(),
      hasDraft: z.boolean(),
      accounts: z.number().int(),
      recategorised: z.boolean(),
    }),
  ),
});

export const wholeFamily = family.extend({ variants: z.array(variant) });

export const wholeVersion = version.extend({
  familyId: id,
  familyName: z.string(),
  language: z.string(),
  metaName: z.string(),
  content: templateContent,
  /** As WhatsApp is given them. */
  components: z.array(z.record(z.string(), z.unknown())),
  parameters: z.array(parameter),
  exampleText: z.string(),
  problems: z.array(problem),
});

export const draft = z.object({
  familyId: id,
  familyName: z.string(),
  variantId: id,
  language: z.string(),
  metaName: z.string(),
  category: z.string(),
  content: templateContent,
  /** Give it back when saving: somebody else may have saved meanwhile. Zero before the first save. */
  revision: z.number().int(),
  updatedAt: z.date().nullable(),
  updatedBy: actor.nullable(),
  /** The version that it began with. */
  basedOn: id.nullable(),
  /** While a version is in review the draft is not to be changed. */
  inReview: z.boolean(),
  problems: z.array(problem),
  parameters: z.array(parameter),
  exampleText: z.string(),
});

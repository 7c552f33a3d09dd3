import { z } from 'zod';
import { fieldValue } from './contact-profile.ts';
import { get, patch, post } from './procedure.ts';
import { email, id, line, timeZone } from './scalars.ts';

export const identityKinds = ['phone', 'user_id', 'parent_user_id'] as const;

export const contactSchema = z.object({
  contactId: id,
  /** What the business calls them; null until somebody says so. */
  name: z.string().nullable(),
  /** What they call themselves on WhatsApp. */
  profileName: z.string().nullable(),
  username: z.string().nullable(),
  /** E.164. Null while WhatsApp hides it. */
  phone: z.string().nullable(),
  /** WhatsApp's id of them, which is good for the numbers of one business portfolio. */
  userId: z.string().nullable(),
  country: z.string().nullable(),
  /** BCP 47. */
  language: z.string().nullable(),
  timeZone: z.string().nullable(),
  email: z.string().nullable(),
  city: z.string().nullable(),
  /** The member who looks after them. */
  ownerId: id.nullable(),
  tags: z.array(id),
  /** Values of the workspace’s own fields, by their keys. */
  fields: z.record(z.string(), fieldValue),
  blockedAt: z.date().nullable(),
  /** This contact was merged into that one, which has its numbers and ids. */
  mergedInto: id.nullable(),
  source: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

const identitySchema = z.object({
  identityId: id,
  kind: z.enum(identityKinds),
  value: z.string(),
  firstSeenAt: z.date(),
  lastSeenAt: z.date(),
  /** When it stopped being theirs. */
  endedAt: z.date().nullable(),
});

const mergeSchema = z.object({
  mergeId: id,
  fromId: id,
  name: z.string().nullable(),
  mergedAt: z.date(),
  /** Null when WhatsApp itself told that the two are one. */
  mergedBy: z.string().nullable(),
});

const wholeContact = contactSchema.extend({
  identities: z.array(identitySchema),
  /** What was merged into it and can be taken out again, newest first. */
  merges: z.array(mergeSchema),
});

const onContact = { contactId: id };
const country = z.string().regex(/^[A-Z]{2}$/, 'A country is two capital letters, such as IN');
const language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/, 'A language is a tag such as hi or en-IN');

export const contacts = {
  get: get('contacts.read', '/contacts/{contactId}', {
    summary: 'A contact with everything WhatsApp knows or knew them by',
  })
    .input(z.strictObject(onContact))
    .output(wholeContact),
  create: post('contacts.manage', '/contacts', {
    summary: 'Add a contact by phone',
    description: 'A phone that is known is refused, and the refusal names its contact.',
  })
    .input(
      z.strictObject({
        phone: z.string().min(1).max(60),
        /** How to read a phone without a country code; that of the workspace when left out. */
        country: country.optional(),
        name: line(200).optional(),
      }),
    )
    .output(contactSchema),
  update: patch('contacts.manage', '/contacts/{contactId}', {
    summary: 'Change what is noted of a contact; null forgets it',
    description:
      'Values of own fields may be texts as people write them (31/12/2026, 1,00,000, हाँ). Fields that are not named stay; tags are all that the contact has from now on.',
  })
    .input(
      z.strictObject({
        ...onContact,
        name: line(200).nullable().optional(),
        language: language.nullable().optional(),
        timeZone: timeZone.nullable().optional(),
        email: email.nullable().optional(),
        city: line(100).nullable().optional(),
        ownerId: id.nullable().optional(),
        tags: z.array(id).max(100).optional(),
        fields: z.record(z.string().max(40), fieldValue.nullable()).optional(),
      }),
    )
    .output(contactSchema),
  doubles: get('contacts.read', '/contacts/{contactId}/doubles', {
    summary: 'Who may be the same person, and why',
  })
    .input(z.strictObject(onContact))
    .output(
      z.object({
        items: z.array(
          z.object({
            contactId: id,
            name: z.string().nullable(),
            phone: z.string().nullable(),
            city: z.string().nullable(),
            reasons: z.array(z.enum(['email', 'name_and_city', 'phone'])),
          }),
        ),
      }),
    ),
  previewMerge: get('contacts.manage', '/contacts/{contactId}/merge-preview', {
    summary: 'What merging another contact into this one would do; changes nothing',
  })
    .input(z.strictObject({ ...onContact, fromId: id }))
    .output(
      z.object({
        into: wholeContact,
        from: wholeContact,
        /** What this contact does not have and would take over. */
        filled: z.array(z.string()),
        /** Of what both have something else: this contact’s stays unless the merge names it in `take`. */
        conflicts: z.array(z.object({ name: z.string(), stays: fieldValue, goes: fieldValue })),
        /** Tags that would be added. */
        tags: z.array(id),
      }),
    ),
  merge: post('contacts.manage', '/contacts/{contactId}/merge', {
    summary: 'Merge another contact into this one',
    description:
      'Numbers and ids move, gaps are filled, the stricter consent counts for both. Messages stay in the threads in which they were written.',
  })
    .input(
      z.strictObject({
        ...onContact,
        fromId: id,
        /** Names of conflicts in which the value of the one that goes counts. */
        take: z.array(z.string().max(60)).max(200).optional(),
      }),
    )
    .output(z.object({ mergeId: id, contact: wholeContact })),
  undoMerge: post('contacts.manage', '/contacts/merges/{mergeId}/undo', {
    summary: 'Take a merge back',
    description: 'What the merge moved returns. Consent stays as strict as the merge made it.',
  })
    .input(z.strictObject({ mergeId: id }))
    .output(wholeContact),
};

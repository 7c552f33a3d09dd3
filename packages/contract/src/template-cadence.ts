import { z } from 'zod';
import { get, patch, post, remove } from './procedure.ts';
import { id, line, nothing, sentence } from './scalars.ts';
import { actor, language, submissionLock } from './template-shapes.ts';

export const reminderKinds = ['refresh', 'audit', 'lock'] as const;

/** Fixed by law or the sun; from official lists; may move by a day with the moon, the region or the almanac. */
export const festivalCertainties = ['fixed', 'listed', 'may_move'] as const;

const day = z.iso.date();

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'Write a domain such as sharmasarees.in');

const settings = {
  refreshDays: z.number().int().min(7).max(365),
  auditDays: z.number().int().min(14).max(730),
  /** For so many days before an event nothing is submitted; zero for no lock. */
  lockDays: z.number().int().min(0).max(30),
  /** Keys of the festivals that the workspace prepares for. */
  festivals: z.array(line(40)).max(60),
  /** Which languages stand in, in this order, where a template lacks the contact’s. */
  languages: z.array(language).max(30),
  /** Where the business is at home on the web: links elsewhere are pointed out. */
  domains: z.array(domain).max(50),
  /** What has to be said in every template, by language. */
  disclosures: z.record(z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/), z.string().trim().min(1).max(500)),
};

const careSettings = z.object(settings);

const festival = z.object({
  key: z.string(),
  name: sentence,
  day,
  certainty: z.enum(festivalCertainties),
  /** Whether the workspace prepares for it. */
  followed: z.boolean(),
});

const occasion = z.object({
  occasionId: id,
  name: z.string(),
  day,
  lockDays: z.number().int(),
  createdBy: actor,
});

const reminder = z.object({
  reminderId: id,
  kind: z.enum(reminderKinds),
  /** Of a refresh: the family. */
  familyId: id.nullable(),
  name: z.string(),
  dueOn: day,
  raisedAt: z.date(),
  doneAt: z.date().nullable(),
  doneBy: actor.nullable(),
});

export const templateCadence = {
  get: get('templates.read', '/template-cadence', {
    summary: 'When templates are looked after, which days are ahead, and whether submitting is locked now',
  })
    .input(nothing)
    .output(
      z.object({
        settings: careSettings,
        /** Today in the workspace’s time zone. */
        today: day,
        /** Of the next twelve months. */
        festivals: z.array(festival),
        occasions: z.array(occasion),
        /** Those that hold now or begin within sixty days, the next first. */
        locks: z.array(submissionLock),
        locked: submissionLock.nullable(),
        /** The open ones, the oldest first, and the ten that were done last. */
        reminders: z.array(reminder),
      }),
    ),
  update: patch('templates.review', '/template-cadence', {
    summary: 'Change how templates are looked after',
    description: 'Only what is given changes.',
  })
    .input(z.strictObject(settings).partial())
    .output(careSettings),
  addOccasion: post('templates.manage', '/template-occasions', {
    summary: 'Add a day of your own, before which nothing is submitted',
  })
    .input(
      z.strictObject({
        name: line(100),
        day,
        lockDays: z.number().int().min(0).max(30).nullable().default(null),
      }),
    )
    .output(z.object({ occasionId: id })),
  removeOccasion: remove('templates.manage', '/template-occasions/{occasionId}', {
    summary: 'Take a day of your own out',
  })
    .input(z.strictObject({ occasionId: id }))
    .output(nothing),
  finishReminder: post('templates.manage', '/template-reminders/{reminderId}/finish', {
    summary: 'Say that what a reminder asks for is done',
  })
    .input(z.strictObject({ reminderId: id }))
    .output(nothing),
};

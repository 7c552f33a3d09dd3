import { z } from 'zod';
import { get, post } from './procedure.ts';
import { id, pageInput, pageOf } from './scalars.ts';
import { templateContent } from './template-content.ts';
import {
  note,
  submission,
  submissionLock,
  submissionObstacles,
  version,
  wholeVersion,
} from './template-shapes.ts';

const onVersion = { versionId: id };

export const templateVersions = {
  queue: get('templates.read', '/template-reviews', {
    summary: 'Versions that wait for a decision, the oldest first',
  })
    .input(z.strictObject(pageInput))
    .output(
      pageOf(
        version.extend({
          familyId: id,
          familyName: z.string(),
          language: z.string(),
          text: z.string(),
          content: templateContent,
          /** False for whoever wrote it, unless the workspace lets people approve their own. */
          mayDecide: z.boolean(),
        }),
      ),
    ),
  get: get('templates.read', '/template-versions/{versionId}', {
    summary: 'A version with its whole content',
  })
    .input(z.strictObject(onVersion))
    .output(wholeVersion),
  compare: get('templates.read', '/template-versions/{versionId}/compare', {
    summary: 'What is different in a version from another one, or from the one before it',
  })
    .input(z.strictObject({ ...onVersion, withId: id.optional() }))
    .output(
      z.object({
        withId: id.nullable(),
        withNumber: z.number().int().nullable(),
        changes: z.array(
          z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
        ),
      }),
    ),
  decide: post('templates.review', '/template-versions/{versionId}/decision', {
    summary: 'Approve a version or send it back, and say why',
    description: 'Who sent it to review may not decide about it, unless the workspace allows that.',
  })
    .input(
      z.strictObject({
        ...onVersion,
        decision: z.enum(['approve', 'send_back']),
        /** Needed to send it back. */
        rationale: note.default(''),
      }),
    )
    .output(version),
  withdraw: post('templates.manage', '/template-versions/{versionId}/withdraw', {
    summary: 'Take a version back from review, to go on writing',
  })
    .input(z.strictObject(onVersion))
    .output(version),
  plan: get('templates.read', '/template-versions/{versionId}/submission', {
    summary: 'What submitting a version would do at each account, or what stands in its way',
  })
    .input(z.strictObject(onVersion))
    .output(
      z.object({
        accounts: z.array(
          z.object({
            accountId: id,
            name: z.string(),
            kind: z.enum(['create', 'edit']),
            obstacle: z.enum(submissionObstacles).nullable(),
            /** When the obstacle ends by itself. */
            from: z.date().nullable(),
            /** Of an approved template: how many edits WhatsApp still takes in these 30 days. */
            editsLeft: z.number().int().nullable(),
          }),
        ),
        /** While it holds, submitting needs a reason: `whyNow`. */
        locked: submissionLock.nullable(),
      }),
    ),
  submit: post('templates.submit', '/template-versions/{versionId}/submit', {
    summary: 'Submit an approved version to WhatsApp for one account or several',
    description:
      'Runs in the background. Asking again for what is under way changes nothing. WhatsApp may make a utility template a marketing one, which costs more.',
    successStatus: 202,
  })
    .input(
      z.strictObject({
        ...onVersion,
        accountIds: z.array(id).min(1).max(20),
        /** Shortly before an event submitting is locked; said here, why it cannot wait. */
        whyNow: z.string().trim().min(10, 'Say in a few words why it cannot wait').max(500).optional(),
      }),
    )
    .output(z.object({ submissions: z.array(submission) })),
};

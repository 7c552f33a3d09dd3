import { z } from 'zod';
import { get, post, remove } from './procedure.ts';
import { id, nothing, pageInput, pageOf } from './scalars.ts';

const check = z.object({
  name: z.string(),
  state: z.enum(['good', 'warning', 'bad']),
  /** One sentence: what is so, and what to do when it is not good. */
  message: z.string(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
});

export const health = {
  get: get('health.read', '/health', { summary: 'How the installation is doing' }).output(
    z.object({
      state: z.enum(['good', 'warning', 'bad']),
      version: z.string(),
      startedAt: z.date(),
      checks: z.array(check),
      processes: z.array(
        z.object({
          processId: id,
          host: z.string(),
          version: z.string(),
          roles: z.array(z.string()),
          startedAt: z.date(),
          seenAt: z.date(),
        }),
      ),
    }),
  ),
};

const failedJob = z.object({
  jobId: z.string(),
  task: z.string(),
  attempts: z.number(),
  error: z.string().nullable(),
  createdAt: z.date(),
  failedAt: z.date(),
});

const parkedEvent = z.object({
  consumer: z.string(),
  eventId: id,
  type: z.string(),
  reason: z.string(),
  parkedAt: z.date(),
});

const jobId = z.string().regex(/^[1-9][0-9]{0,18}$/);

export const jobs = {
  listFailed: get('jobs.manage', '/jobs/failed', { summary: 'Background work that failed for good' })
    .input(z.strictObject(pageInput))
    .output(pageOf(failedJob)),
  retry: post('jobs.manage', '/jobs/{jobId}/retry', { summary: 'Run a failed job again' })
    .input(z.strictObject({ jobId }))
    .output(nothing),
  discard: remove('jobs.manage', '/jobs/{jobId}', { summary: 'Discard a failed job' })
    .input(z.strictObject({ jobId }))
    .output(nothing),
  listParkedEvents: get('jobs.manage', '/events/parked', {
    summary: 'Events that a part of the program could not digest',
  })
    .input(z.strictObject(pageInput))
    .output(pageOf(parkedEvent)),
  retryParkedEvent: post('jobs.manage', '/events/parked/{eventId}/retry', {
    summary: 'Give a parked event to its consumer again',
  })
    .input(z.strictObject({ eventId: id, consumer: z.string().max(80) }))
    .output(nothing),
};

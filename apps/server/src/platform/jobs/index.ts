export { defineSystemTask, defineTask, GiveUp, type RunnableTask } from './task.ts';
export { enqueue, enqueueIn, enqueueMany, enqueueSystem } from './enqueue.ts';
export { discardFailedJob, listFailedJobs, retryFailedJob } from './failed-jobs.ts';
export { readQueueNumbers, type QueueNumbers } from './queries.ts';
export type { JobOutcome } from './run-job.ts';
export { startJobWorker, type JobWorker } from './worker.ts';

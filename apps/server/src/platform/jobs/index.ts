export {
  defineSystemTask,
  defineTask,
  GiveUp,
  type RunnableTask,
  type SystemJob,
  type SystemTask,
  type Task,
  type WorkspaceJob,
} from './task.ts';
export { enqueue, enqueueIn, enqueueMany, enqueueSystem, type EnqueueOptions } from './enqueue.ts';
export { discardFailedJob, listFailedJobs, retryFailedJob, type FailedJob } from './failed-jobs.ts';
export { readQueueNumbers, registerTasks, type QueueNumbers } from './queries.ts';
export type { JobOutcome } from './run-job.ts';
export { startJobWorker, type JobWorker, type JobWorkerOptions } from './worker.ts';

import { Logger as QueueLogger } from 'graphile-worker';
import type { Logger } from '../log/index.ts';

/**
 * The library's own lines, in our log. Each job's outcome is left out, since run-job.ts tells it with its reason
 * and without its payload; at a stop its warnings are routine.
 */
export function createQueueLog(log: Logger, isStopping: () => boolean): QueueLogger {
  return new QueueLogger((scope) => (level, message, meta) => {
    if (meta && ('failure' in meta || 'success' in meta)) return;
    const quiet = isStopping() || level === 'info' || level === 'debug';
    const write = quiet ? 'debug' : level === 'warning' ? 'warn' : 'error';
    log[write]({ part: 'jobs', worker: scope.workerId }, message);
  });
}

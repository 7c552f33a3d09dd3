import { parseCronItems, type ParsedCronItem } from 'graphile-worker';
import { lineStarts } from './enqueue.ts';
import type { RunnableTask } from './task.ts';

const dayAndAnHour = 25 * 60 * 60 * 1000;

/** The tasks' schedules as the library takes them. It agrees between copies that each time fires once. */
export function toCronItems(tasks: readonly RunnableTask[]): ParsedCronItem[] {
  return parseCronItems(
    tasks.flatMap(({ name, schedule, maxAttempts }) => {
      if (schedule === undefined) return [];
      return {
        task: name,
        match: schedule,
        identifier: name,
        payload: { workspace_id: null, tries: maxAttempts, input: {} },
        options: {
          // What a stopped program missed is made up for once: the key folds many missed times into one job.
          // Tasks of many minutes need none of it, the next minute will do.
          backfillPeriod: /^\d+ /.test(schedule) ? dayAndAnHour : 0,
          jobKey: `schedule ${name}`,
          maxAttempts,
          priority: lineStarts.normal,
        },
      };
    }),
  );
}

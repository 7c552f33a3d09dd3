import type { RunnableTask } from '../../platform/jobs/index.ts';
import { remindOfTemplates } from './cadence/jobs.ts';
import { syncTasks } from './jobs.ts';
import { askWhatsApp, type SubmissionParts } from './submitting/submission-job.ts';

export const templatesTasks: RunnableTask<SubmissionParts>[] = [...syncTasks, askWhatsApp, remindOfTemplates];

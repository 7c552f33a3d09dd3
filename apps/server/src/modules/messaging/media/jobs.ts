import type { RunnableTask } from '../../../platform/jobs/index.ts';
import { fetchMedia } from './fetch-job.ts';
import type { MediaParts } from './media-parts.ts';
import { retentionTasks } from './retention.ts';
import { uploadToMeta } from './upload-job.ts';

export const mediaTasks: RunnableTask<{ media: MediaParts }>[] = [
  fetchMedia,
  uploadToMeta,
  ...retentionTasks,
];

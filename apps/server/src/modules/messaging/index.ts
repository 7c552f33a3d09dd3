export { mountIngest } from './ingest/mount.ts';
export { messagingTasks } from './jobs.ts';

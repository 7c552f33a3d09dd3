export { costRoutes } from './cost/index.ts';
export { mountIngest } from './ingest/mount.ts';
export { messagingTasks } from './jobs.ts';
export type { MediaParts } from './media/media-parts.ts';
export { mountMediaLinks } from './media/mount-links.ts';
export { mountUpload } from './media/mount-upload.ts';
export { mediaRoutes } from './media/routes.ts';
export { scanAt } from './media/scan.ts';

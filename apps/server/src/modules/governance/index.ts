import { deadlineTasks } from './rights/deadlines.ts';
import { eraseTask } from './rights/erasure/erase-job.ts';
import { hearingTasks } from './rights/hearing/hear-requests.ts';
import { packageTasks } from './rights/package/make-package.ts';

export { rightsErasers } from './rights/erasers.ts';
export { comeBackSubscriber } from './rights/erasure/come-back.ts';
export { hearRequests } from './rights/hearing/hear-requests.ts';
export { mountPackages } from './rights/package/mount-packages.ts';
export { mountRightsPage } from './rights/page/mount-page.ts';
export type { RightsParts } from './rights/rights-parts.ts';
export { rightsRoutes } from './rights/routes.ts';

export const governanceTasks = [...deadlineTasks, ...hearingTasks, ...packageTasks, eraseTask];

export { joinProcesses, type Membership } from './join.ts';
export { listProcesses, removeSilent } from './queries.ts';

export { joinProcesses, type JoinOptions, type Membership } from './join.ts';
export { listProcesses, removeSilent, type LiveProcess } from './queries.ts';

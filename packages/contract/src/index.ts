import { account, joining, setUp } from './account.ts';
import { apiKeys } from './api-keys.ts';
import { signIns } from './audit.ts';
import { history } from './events.ts';
import { invitations, members, roles } from './members.ts';
import { numbers } from './numbers.ts';
import { savedViews } from './saved-views.ts';
import { signOn } from './sign-on.ts';
import { health, jobs } from './system.ts';
import { workspaces } from './workspaces.ts';

/** The whole API: what the web app calls, what a developer's key calls, what OpenAPI describes. */
export const contract = {
  setUp,
  joining,
  account,
  workspaces,
  members,
  invitations,
  roles,
  apiKeys,
  signOn,
  savedViews,
  signIns,
  numbers,
  history,
  jobs,
  health,
};

export { events, eventTypes, loggedEvent, type EventData, type EventType } from './events.ts';
export {
  builtInRoleNames,
  builtInRoles,
  permissionNames,
  permissions,
  type BuiltInRole,
  type Permission,
} from './permissions.ts';
export type { Access, ProcedureMeta } from './procedure.ts';
export { problemSchema, type Problem } from './problem.ts';
export { signInMethods, signInOutcomes } from './audit.ts';
export { connectionProblems, connectionSteps } from './numbers.ts';
export { outgoingContent, type OutgoingContent, type TemplateValue } from './message-content.ts';

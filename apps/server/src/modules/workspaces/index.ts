export { changesIdentity, createIdentities, type Identities } from './identify.ts';
export { addFirstWorkspace, hasPeople, needsSetUp } from './set-up.ts';
export { workspacesTasks } from './jobs.ts';
export { addMember, addPerson, addRole, addWorkspaceTo } from './people.ts';
export { workspacesRoutes } from './routes.ts';
export { createAuth, type Auth } from './sign-in/auth.ts';
export { mountSignIn } from './sign-in/mount.ts';
export { sessionCookieName } from './sign-in/session-cookie.ts';
export { createPasswordLink } from './sign-in/password-link.ts';

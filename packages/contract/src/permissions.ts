/**
 * Everything a person or a key can be allowed to do, by product word and verb. A procedure names one of these;
 * the sentence is what an administrator reads when composing a role.
 */
export const permissions = {
  'workspace.read': 'See the workspace: its name, settings and activity',
  'workspace.update': 'Change the workspace settings',
  'members.read': 'See who belongs to the workspace and with which role',
  'members.manage': 'Invite and remove people and change their roles',
  'roles.manage': 'Create and change custom roles',
  'api-keys.manage': 'Create and revoke API keys',
  'sign-on.manage': 'Connect the company sign-on',
  'sign-ins.read': 'See who signed in, when, how and from where',
  'numbers.read': 'See the connected numbers and how they are doing',
  'numbers.manage': 'Connect, register and disconnect numbers',
  'events.read': 'Read the event history and follow it live',
  'views.share': 'Share saved table views with everyone',
  'health.read': 'See how the system is doing',
  'jobs.manage': 'Inspect, retry and discard failed background work',
} as const;

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as [Permission, ...Permission[]];

const everyone: Permission[] = ['workspace.read', 'members.read', 'numbers.read', 'events.read'];

/** The roles that every workspace has. Their permissions are the same everywhere, so documentation can name them. */
export const builtInRoles = {
  owner: permissionNames,
  admin: permissionNames,
  supervisor: [...everyone, 'views.share', 'sign-ins.read'],
  agent: everyone,
  marketer: [...everyone, 'views.share'],
  commerce: [...everyone, 'views.share'],
  operations: [...everyone, 'views.share'],
  analyst: [...everyone, 'views.share'],
  compliance: [...everyone, 'sign-ins.read', 'health.read', 'views.share'],
  developer: [...everyone, 'api-keys.manage', 'health.read', 'jobs.manage'],
} as const satisfies Record<string, readonly Permission[]>;

export type BuiltInRole = keyof typeof builtInRoles;
export const builtInRoleNames = Object.keys(builtInRoles) as [BuiltInRole, ...BuiltInRole[]];

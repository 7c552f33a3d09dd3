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
  'contacts.read': 'See contacts and what is known of them',
  'contacts.manage': 'Create, change, merge and block contacts',
  'contacts.configure': 'Set up fields and tags for contacts',
  'contacts.import': 'Import contacts from files and take an import back',
  'contacts.export': 'Download contacts as files',
  'consent.read': 'See who agreed to what, and why somebody may be messaged',
  'consent.manage': 'Record consent and its withdrawal, and release what was frozen',
  'consent.approve': 'Approve the words in which consent is asked for',
  'capture.manage': 'Set up the forms, links and words by which people opt in and out',
  'suppression.manage': 'Keep lists of whom not to message',
  'rights.read': 'See people’s requests about their data',
  'rights.manage': 'Answer people’s requests about their data, erase it and hold it for the law',
  'templates.read': 'See the message templates',
  'templates.manage': 'Fetch templates from WhatsApp, write and change them',
  'templates.review': 'Approve templates or send them back',
  'templates.submit': 'Submit approved templates to WhatsApp, and delete them there',
  'messages.read': 'Read conversations',
  'messages.send': 'Write to customers one at a time',
  'audiences.send': 'Send to many customers at once',
  'outbox.read': 'See what waits to be sent and what was refused, and why',
  'outbox.manage': 'Pause, resume and cancel what waits, and decide about messages in doubt',
  'webhooks.inspect': 'See what WhatsApp delivered, byte for byte, and retry what could not be taken in',
  'costs.read': 'See what messages cost',
  'budgets.manage': 'Set budgets that warn and stop',
  'events.read': 'Read the event history and follow it live',
  'views.share': 'Share saved table views with everyone',
  'health.read': 'See how the system is doing',
  'jobs.manage': 'Inspect, retry and discard failed background work',
} as const;

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as [Permission, ...Permission[]];

const everyone: Permission[] = [
  'workspace.read',
  'members.read',
  'numbers.read',
  'events.read',
  'contacts.read',
  'templates.read',
];
/** Whoever talks to customers one at a time. */
const talking: Permission[] = ['contacts.manage', 'consent.read', 'messages.read', 'messages.send'];
/** Whoever writes to many. */
const reaching: Permission[] = [
  'consent.read',
  'capture.manage',
  'suppression.manage',
  'contacts.configure',
  'contacts.import',
  'templates.manage',
  'templates.submit',
  'audiences.send',
  'outbox.read',
  'outbox.manage',
  'costs.read',
];

/** The roles that every workspace has. Their permissions are the same everywhere, so documentation can name them. */
export const builtInRoles = {
  owner: permissionNames,
  admin: permissionNames,
  supervisor: [
    ...everyone,
    ...talking,
    'contacts.configure',
    'contacts.import',
    'contacts.export',
    'suppression.manage',
    'templates.review',
    'outbox.read',
    'outbox.manage',
    'costs.read',
    'views.share',
    'sign-ins.read',
  ],
  agent: [...everyone, ...talking],
  marketer: [...everyone, ...reaching, 'contacts.manage', 'views.share'],
  commerce: [...everyone, ...talking, 'views.share'],
  operations: [...everyone, ...talking, 'views.share'],
  analyst: [...everyone, 'consent.read', 'costs.read', 'views.share'],
  compliance: [
    ...everyone,
    'consent.read',
    'consent.manage',
    'consent.approve',
    'suppression.manage',
    'rights.read',
    'rights.manage',
    'templates.review',
    'messages.read',
    'outbox.read',
    'sign-ins.read',
    'health.read',
    'views.share',
  ],
  developer: [
    ...everyone,
    'messages.read',
    'messages.send',
    'outbox.read',
    'webhooks.inspect',
    'api-keys.manage',
    'health.read',
    'jobs.manage',
  ],
} as const satisfies Record<string, readonly Permission[]>;

export type BuiltInRole = keyof typeof builtInRoles;
export const builtInRoleNames = Object.keys(builtInRoles) as [BuiltInRole, ...BuiltInRole[]];

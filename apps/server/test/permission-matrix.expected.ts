/**
 * Who may call what, written down a second time on purpose: a procedure that is added or opened to others fails the
 * permission matrix until someone has written here that it is meant. Read it like a price list in a review.
 *
 * `anyone` needs no credentials, `signed-in` a person, the rest a permission in the workspace of the request.
 * `by a person` refuses API keys, whatever they hold.
 */
export const expectedAccess: Record<string, string> = {
  'setUp.status': 'anyone',
  'setUp.complete': 'anyone',
  'joining.preview': 'anyone',
  'joining.join': 'anyone',

  'account.get': 'signed-in by a person',
  'account.update': 'signed-in by a person',
  'account.createWorkspace': 'signed-in by a person',
  'account.listSessions': 'signed-in by a person',
  'account.endSession': 'signed-in by a person',
  'account.endOtherSessions': 'signed-in by a person',
  'account.acceptInvitation': 'signed-in by a person',

  'workspaces.get': 'workspace.read',
  'workspaces.update': 'workspace.update',

  'members.list': 'members.read',
  'members.changeRole': 'members.manage',
  'members.remove': 'members.manage',
  'members.leave': 'workspace.read by a person',

  'invitations.list': 'members.read',
  'invitations.create': 'members.manage',
  'invitations.renew': 'members.manage',
  'invitations.withdraw': 'members.manage',

  'roles.list': 'members.read',
  'roles.create': 'roles.manage',
  'roles.update': 'roles.manage',
  'roles.remove': 'roles.manage',

  'apiKeys.list': 'api-keys.manage',
  'apiKeys.create': 'api-keys.manage by a person',
  'apiKeys.revoke': 'api-keys.manage',

  'signOn.list': 'sign-on.manage',
  'signOn.connect': 'sign-on.manage by a person',
  'signOn.disconnect': 'sign-on.manage by a person',

  'savedViews.list': 'workspace.read by a person',
  'savedViews.save': 'workspace.read by a person',
  'savedViews.remove': 'workspace.read by a person',

  'outbox.list': 'outbox.read',
  'outbox.counts': 'outbox.read',
  'outbox.pauseSource': 'outbox.manage',
  'outbox.resumeSource': 'outbox.manage',
  'outbox.cancelSource': 'outbox.manage',
  'outbox.pauseNumber': 'outbox.manage',
  'outbox.resumeNumber': 'outbox.manage',
  'outbox.cancel': 'outbox.manage',
  'outbox.settle': 'outbox.manage',

  'signIns.list': 'sign-ins.read',

  'media.get': 'messages.read',
  'media.list': 'messages.read',

  'numbers.list': 'numbers.read',
  'numbers.connect': 'numbers.manage',
  'numbers.signUpSettings': 'numbers.manage',
  'numbers.signUp': 'numbers.manage',
  'numbers.check': 'numbers.manage',
  'numbers.disconnect': 'numbers.manage',
  'numbers.refresh': 'numbers.manage',
  'numbers.requestCode': 'numbers.manage',
  'numbers.verifyCode': 'numbers.manage',
  'numbers.register': 'numbers.manage',
  'numbers.beginSecretChange': 'numbers.manage',
  'numbers.finishSecretChange': 'numbers.manage',
  'numbers.cancelSecretChange': 'numbers.manage',

  'contacts.list': 'contacts.read',
  'contacts.get': 'contacts.read',
  'contacts.create': 'contacts.manage',
  'contacts.update': 'contacts.manage',
  'contacts.doubles': 'contacts.read',
  'contactFields.list': 'contacts.read',
  'contactFields.create': 'contacts.configure',
  'contactFields.update': 'contacts.configure',
  'contactFields.order': 'contacts.configure',
  'contactNotes.list': 'contacts.read',
  'contactNotes.write': 'contacts.manage',
  'contactNotes.edit': 'contacts.manage',
  'contactNotes.remove': 'contacts.manage',
  'contactTimeline.list': 'contacts.read',
  'contactBlocks.get': 'contacts.read',
  'contactBlocks.block': 'contacts.manage',
  'contactBlocks.unblock': 'contacts.manage',
  'contacts.previewMerge': 'contacts.manage',
  'contacts.merge': 'contacts.manage',
  'contacts.undoMerge': 'contacts.manage',

  'numberHealth.get': 'numbers.read',
  'liveTests.start': 'numbers.manage',
  'liveTests.get': 'numbers.read',
  'costs.summary': 'costs.read',
  'costs.meter': 'costs.read',
  'costs.listPrices': 'costs.read',
  'costs.putPrice': 'budgets.manage',
  'costs.removePrice': 'budgets.manage',
  'budgets.list': 'costs.read',
  'budgets.create': 'budgets.manage',
  'budgets.update': 'budgets.manage',
  'budgets.remove': 'budgets.manage',

  'consent.get': 'consent.read',
  'consent.entries': 'consent.read',
  'consent.record': 'consent.manage',
  'consent.release': 'consent.manage',

  'purposes.list': 'consent.read',
  'purposes.create': 'consent.manage',
  'purposes.update': 'consent.manage',
  'purposes.archive': 'consent.manage',
  'purposes.restore': 'consent.manage',

  'notices.list': 'consent.read',
  'notices.current': 'consent.read',
  'notices.get': 'consent.read',
  'notices.create': 'consent.manage',
  'notices.saveDraft': 'consent.manage',
  'notices.discardDraft': 'consent.manage',
  'notices.approve': 'consent.approve by a person',
  'notices.retire': 'consent.approve',

  'entryPoints.list': 'capture.manage',
  'entryPoints.get': 'capture.manage',
  'entryPoints.create': 'capture.manage',
  'entryPoints.update': 'capture.manage',
  'entryPoints.submissions': 'capture.manage',
  'entryPoints.submit': 'capture.manage',
  'entryPoints.ask': 'capture.manage',

  'sending.send': 'messages.send',
  'sending.explain': 'messages.send',
  'sending.sendToAudience': 'audiences.send',
  'sending.dryRun': 'audiences.send',
  'sending.intents': 'outbox.read',
  'sending.getPolicies': 'outbox.read',
  'sending.updatePolicies': 'workspace.update',

  'templates.list': 'templates.read',
  'templates.get': 'templates.read',
  'templates.sync': 'templates.manage',

  'history.list': 'events.read',
  'history.recent': 'events.read',

  'jobs.listFailed': 'jobs.manage',
  'jobs.retry': 'jobs.manage',
  'jobs.discard': 'jobs.manage',
  'jobs.listParkedEvents': 'jobs.manage',
  'jobs.retryParkedEvent': 'jobs.manage',

  'conversations.list': 'messages.read',
  'conversations.get': 'messages.read',
  'messages.recent': 'messages.read',
  'messages.list': 'messages.read',
  'messages.get': 'messages.read',

  'webhooks.listDeliveries': 'webhooks.inspect',
  'webhooks.countParked': 'webhooks.inspect',
  'webhooks.getDelivery': 'webhooks.inspect',
  'webhooks.retry': 'webhooks.inspect',
  'webhooks.retryAll': 'webhooks.inspect',
  'webhooks.discard': 'webhooks.inspect',
  'webhooks.listUpdates': 'webhooks.inspect',

  'health.get': 'health.read',
};

const everyone = [
  'workspace.read',
  'members.read',
  'numbers.read',
  'events.read',
  'contacts.read',
  'templates.read',
];
const talking = ['contacts.manage', 'consent.read', 'messages.read', 'messages.send'];
const reaching = [
  'consent.read',
  'templates.manage',
  'audiences.send',
  'outbox.read',
  'outbox.manage',
  'costs.read',
];
const everything = [
  ...everyone,
  ...talking,
  ...reaching.slice(1),
  'consent.manage',
  'webhooks.inspect',
  'budgets.manage',
  'workspace.update',
  'members.manage',
  'numbers.manage',
  'roles.manage',
  'api-keys.manage',
  'sign-on.manage',
  'sign-ins.read',
  'views.share',
  'health.read',
  'jobs.manage',
];

/** What each role holds; `custom` is a role made of one permission, as the matrix builds it. */
export const expectedPermissions: Record<string, string[]> = {
  owner: everything,
  admin: everything,
  supervisor: [
    ...everyone,
    ...talking,
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
  custom: ['workspace.read'],
};

/** What is served beside the procedures and the sign-in library, and to whom. */
export const otherAddresses: Record<string, string> = {
  'GET /healthz': 'anyone',
  'GET /readyz': 'anyone',
  'GET /openapi.json': 'anyone',
  'GET /docs/api': 'anyone',
  'GET /api/v1/events/stream': 'events.read',
  'POST /api/v1/media': 'messages.send',
  // Whoever has a link that we signed a quarter of an hour ago at most.
  'GET /media/:workspaceId/:mediaId/:variant/:seal': 'anyone',
  // To this machine, or to who brings the token for it.
  'GET /metrics': 'anyone',
};

/** What of signing in is open; all of it checks by itself who asks. */
export const signInAddresses = [
  'POST /api/auth/company/start',
  'GET /api/auth/company/callback/:organisationId',
  'POST /api/auth/sign-in/email',
  'POST /api/auth/sign-out',
  'POST /api/auth/change-password',
  'POST /api/auth/request-password-reset',
  'POST /api/auth/reset-password',
  'POST /api/auth/two-factor/enable',
  'POST /api/auth/two-factor/disable',
  'POST /api/auth/two-factor/verify-totp',
  'POST /api/auth/two-factor/verify-backup-code',
  'POST /api/auth/two-factor/generate-backup-codes',
  'POST /api/auth/passkey/verify-registration',
  'POST /api/auth/passkey/verify-authentication',
  'POST /api/auth/passkey/delete-passkey',
  'POST /api/auth/passkey/update-passkey',
  'GET /api/auth/passkey/generate-register-options',
  'GET /api/auth/passkey/generate-authenticate-options',
  'GET /api/auth/passkey/list-user-passkeys',
];

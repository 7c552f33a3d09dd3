import type { Tenant } from './tenant.ts';

/** A request that works, for one procedure: what a newcomer would try first. */
export interface Example {
  input: (tenant: Tenant) => Record<string, unknown>;
  /** Who calls it when the owner should not. */
  as?: 'leaver';
  /** When the example cannot succeed here: what it is answered instead. */
  answers?: number;
}

const none: Example = { input: () => ({}) };

const password = 'six brass lamps at dusk';

/** What is asked of Meta itself finds nobody there. */
const withoutMeta = { answers: 503 };

const budgetOf = (name: string) => ({
  name,
  scope: 'workspace',
  period: 'month',
  currency: 'INR',
  limitMicros: 5_000_000,
  stops: true,
});

const ofRequest = (name: string): Example => ({ input: ({ ids }) => ({ requestId: ids[name] }) });

const messageOf = ({ ids, word }: Tenant): Record<string, unknown> => ({
  numberId: ids.keptNumberId,
  content: { type: 'template', template: { name: `${word}_template`, language: { code: 'en' } } },
});

/** One for every procedure; a procedure without a line here fails the tests that are made from them. */
export const examples: Record<string, Example> = {
  'setUp.status': none,
  'setUp.complete': {
    input: ({ word }) => ({
      code: 'guess',
      organisation: word,
      workspace: word,
      name: word,
      email: `set-up.${word}@example.in`,
      password,
    }),
    answers: 410,
  },
  'joining.preview': { input: ({ secrets }) => ({ token: secrets.previewedToken }) },
  'joining.join': { input: ({ secrets, word }) => ({ token: secrets.joinedToken, name: word, password }) },

  'account.get': none,
  'account.update': { input: ({ word }) => ({ name: `${word} renamed`, language: 'hi' }) },
  'account.createWorkspace': {
    input: ({ ids, word }) => ({ organisationId: ids.organisationId, name: `${word} Second` }),
  },
  'account.listSessions': none,
  'account.endSession': { input: ({ ids }) => ({ sessionId: ids.endedSessionId }) },
  'account.endOtherSessions': none,
  'account.acceptInvitation': {
    input: ({ secrets }) => ({ token: secrets.previewedToken }),
    // The invitation is for another address than the owner's.
    answers: 403,
  },

  'workspaces.get': none,
  'workspaces.update': { input: ({ word }) => ({ name: `${word} Sarees`, country: 'NP', language: 'hi' }) },

  'members.list': none,
  'members.changeRole': {
    input: ({ ids }) => ({ userId: ids.agentId, role: 'custom', roleId: ids.heldRoleId }),
  },
  'members.remove': { input: ({ ids }) => ({ userId: ids.spareMemberId }) },
  'members.leave': { ...none, as: 'leaver' },

  'invitations.list': none,
  'invitations.create': {
    input: ({ ids, word }) => ({ email: `new.${word}@example.in`, role: 'custom', roleId: ids.heldRoleId }),
  },
  'invitations.renew': { input: ({ ids }) => ({ invitationId: ids.renewedInvitationId }) },
  'invitations.withdraw': { input: ({ ids }) => ({ invitationId: ids.withdrawnInvitationId }) },

  'roles.list': none,
  'roles.create': { input: ({ word }) => ({ name: `${word} new`, permissions: ['workspace.read'] }) },
  'roles.update': { input: ({ ids, word }) => ({ roleId: ids.changingRoleId, name: `${word} changed` }) },
  'roles.remove': { input: ({ ids }) => ({ roleId: ids.spareRoleId }) },

  'apiKeys.list': none,
  'apiKeys.create': { input: ({ word }) => ({ name: `${word} new`, permissions: ['workspace.read'] }) },
  'apiKeys.revoke': { input: ({ ids }) => ({ keyId: ids.revokedKeyId }) },

  'signOn.list': none,
  'signOn.connect': {
    input: ({ word }) => ({
      name: `${word} sign-on`,
      issuer: `https://sign-on.invalid`,
      clientId: word,
      clientSecret: word,
      emailDomains: ['example.in'],
    }),
    // Nothing answers there, and only what answers is stored.
    answers: 400,
  },
  'signOn.disconnect': { input: ({ ids }) => ({ providerId: ids.providerId }) },

  'savedViews.list': { input: () => ({ screen: 'members' }) },
  'savedViews.save': {
    input: ({ word }) => ({ screen: 'members', name: `${word} new`, shared: true, state: { sort: word } }),
  },
  'savedViews.remove': { input: ({ ids }) => ({ viewId: ids.removedViewId }) },

  'numbers.list': none,
  'numbers.connect': {
    input: () => ({
      metaAppId: '634974688087057',
      appSecret: 'b'.repeat(32),
      token: 'EAAtoken-of-nobody',
      wabaId: '102290129340398',
    }),
  },
  'numbers.signUpSettings': none,
  'numbers.signUp': {
    input: () => ({ code: 'AQcode', wabaId: '102290129340398' }),
    // No app is set up for it here.
    answers: 409,
  },
  'numbers.check': { input: ({ ids }) => ({ accountId: ids.keptAccountId }) },
  'numbers.disconnect': { input: ({ ids }) => ({ accountId: ids.removedAccountId }) },
  'numbers.refresh': { input: ({ ids }) => ({ numberId: ids.keptNumberId }), ...withoutMeta },
  'numbers.requestCode': {
    input: ({ ids }) => ({ numberId: ids.keptNumberId, method: 'SMS' }),
    ...withoutMeta,
  },
  'numbers.verifyCode': {
    input: ({ ids }) => ({ numberId: ids.keptNumberId, code: '123456' }),
    ...withoutMeta,
  },
  'numbers.register': {
    input: ({ ids }) => ({ numberId: ids.keptNumberId, pin: '123456' }),
    ...withoutMeta,
  },
  'numbers.beginSecretChange': {
    input: ({ ids }) => ({ appId: ids.changedAppId, appSecret: 'c'.repeat(32) }),
    ...withoutMeta,
  },
  'numbers.finishSecretChange': { input: ({ ids }) => ({ appId: ids.finishedAppId }) },
  'numbers.cancelSecretChange': { input: ({ ids }) => ({ appId: ids.cancelledAppId }) },

  'contactLists.list': none,
  'contactLists.find': {
    input: ({ ids }) => ({
      search: 'kept',
      filter: { match: 'any', conditions: [{ kind: 'tag', op: 'has_not', tagIds: [ids.keptTagId] }] },
    }),
  },
  'contactLists.count': { input: () => ({ search: 'kept' }) },
  'contactLists.values': { input: () => ({ name: 'source' }) },
  'contactTags.list': none,
  'contactTags.counts': none,
  'contactTags.create': { input: ({ word }) => ({ name: `${word} new` }) },
  'contactTags.update': { input: ({ ids, word }) => ({ tagId: ids.keptTagId, name: `${word} better` }) },
  'contactTags.remove': { input: ({ ids }) => ({ tagId: ids.removedTagId }) },
  'contactTags.merge': { input: ({ ids }) => ({ tagId: ids.keptTagId, fromId: ids.mergedTagId }) },
  'contactBulks.start': {
    input: ({ ids }) => ({
      selection: { contactIds: [ids.keptContactId] },
      action: { kind: 'add_tag', tagId: ids.keptTagId },
    }),
  },
  'contactBulks.get': { input: ({ ids }) => ({ bulkId: ids.keptBulkId }) },
  'contactBulks.stop': { input: ({ ids }) => ({ bulkId: ids.runningBulkId }) },
  'contactBulks.undo': { input: ({ ids }) => ({ bulkId: ids.keptBulkId }) },
  'contactImports.list': none,
  'contactImports.get': { input: ({ ids }) => ({ importId: ids.doneImportId }) },
  'contactImports.check': {
    input: ({ ids }) => ({
      importId: ids.draftImportId,
      plan: {
        columns: [{ kind: 'phone' }],
        header: true,
        key: { kind: 'phone' },
        policy: 'fill',
        tagIds: [],
        country: 'IN',
        wording: null,
      },
    }),
  },
  'contactImports.start': { input: ({ ids }) => ({ importId: ids.checkedImportId }) },
  'contactImports.stop': { input: ({ ids }) => ({ importId: ids.runningImportId }) },
  'contactImports.undo': { input: ({ ids }) => ({ importId: ids.doneImportId }) },
  'contactImports.discard': { input: ({ ids }) => ({ importId: ids.spareImportId }) },
  'contactExports.start': {
    input: ({ ids }) => ({ selection: { contactIds: [ids.keptContactId] }, columns: ['name', 'phone'] }),
  },
  'contactExports.get': { input: ({ ids }) => ({ exportId: ids.exportId }) },
  'contactExports.list': none,
  'contacts.get': { input: ({ ids }) => ({ contactId: ids.keptContactId }) },
  'contacts.create': { input: ({ word }) => ({ phone: '+91 90000 00001', name: `${word} new` }) },
  'contacts.update': {
    input: ({ ids, word }) => ({ contactId: ids.keptContactId, name: `${word} renamed`, language: 'hi' }),
  },
  'contacts.doubles': { input: ({ ids }) => ({ contactId: ids.keptContactId }) },
  'contactFields.list': none,
  'contactFields.create': {
    input: ({ word }) => ({ name: `${word} new`, kind: 'choices', choices: [`${word} silk`] }),
  },
  'contactFields.update': {
    input: ({ ids, word }) => ({ fieldId: ids.changedFieldId, name: `${word} other` }),
  },
  'contactFields.order': { input: ({ ids }) => ({ fieldIds: [ids.keptFieldId] }) },
  'contactNotes.list': { input: ({ ids }) => ({ contactId: ids.keptContactId }) },
  'contactNotes.write': {
    input: ({ ids, word }) => ({ contactId: ids.keptContactId, body: `${word} written` }),
  },
  'contactNotes.edit': { input: ({ ids, word }) => ({ noteId: ids.editedNoteId, body: `${word} better` }) },
  'contactNotes.remove': { input: ({ ids }) => ({ noteId: ids.removedNoteId }) },
  'contactTimeline.list': { input: ({ ids }) => ({ contactId: ids.keptContactId }) },
  'contactBlocks.get': { input: ({ ids }) => ({ contactId: ids.keptContactId }) },
  // They have written to no number.
  'contactBlocks.block': { input: ({ ids }) => ({ contactId: ids.keptContactId }), answers: 409 },
  'contactBlocks.unblock': { input: ({ ids }) => ({ contactId: ids.keptContactId }), ...withoutMeta },
  'contacts.previewMerge': {
    input: ({ ids }) => ({ contactId: ids.keptContactId, fromId: ids.spareContactId }),
  },
  'contacts.merge': { input: ({ ids }) => ({ contactId: ids.keptContactId, fromId: ids.spareContactId }) },
  'contacts.undoMerge': { input: ({ ids }) => ({ mergeId: ids.undoneMergeId }) },

  'numberHealth.get': { input: ({ ids }) => ({ numberId: ids.keptNumberId }) },
  'liveTests.start': {
    input: ({ ids }) => ({ numberId: ids.keptNumberId, phone: '+919825012345' }),
  },
  'liveTests.get': { input: ({ ids }) => ({ testId: ids.testId }) },
  'costs.summary': { input: () => ({ from: '2026-01-01', to: '2026-12-31', by: 'number' }) },
  'costs.meter': { input: ({ ids }) => ({ numberId: ids.keptNumberId }) },
  'costs.listPrices': none,
  'costs.putPrice': {
    input: ({ word }) => ({
      currency: 'INR',
      country: 'IN',
      category: 'utility',
      validFrom: '2026-10-01',
      micros: 110_000,
      note: `${word} note`,
    }),
  },
  'costs.removePrice': { input: ({ ids }) => ({ entryId: ids.priceId }) },
  'budgets.list': none,
  'budgets.create': { input: ({ word }) => budgetOf(`${word} new`) },
  'budgets.update': {
    input: ({ ids, word }) => ({ budgetId: ids.keptBudgetId, ...budgetOf(`${word} changed`) }),
  },
  'budgets.remove': { input: ({ ids }) => ({ budgetId: ids.removedBudgetId }) },

  'media.get': { input: ({ ids }) => ({ mediaId: ids.mediaId }) },
  'media.list': { input: ({ ids }) => ({ messageIds: [ids.mediaMessageId] }) },

  'optOut.heard': none,
  'optOut.words': none,
  'optOut.addWord': { input: ({ word }) => ({ words: `${word} go away`, wish: 'stop' }) },
  'optOut.removeWord': { input: ({ ids }) => ({ wordId: ids.ownWordId }) },
  'optOut.try': { input: () => ({ text: 'STOP' }) },
  'optOut.settings': none,
  'optOut.updateSettings': { input: () => ({ stops: ['promotions'] }) },
  'preferences.link': { input: ({ ids }) => ({ contactId: ids.heldContactId }) },
  'rights.list': none,
  'rights.counts': none,
  'rights.get': ofRequest('accessRequestId'),
  'rights.create': {
    input: ({ ids, word }) => ({ kind: 'grievance', contactId: ids.keptContactId, said: `${word} asks` }),
  },
  'rights.identify': {
    input: ({ ids, word }) => ({ requestId: ids.newRequestId, how: `${word} showed a paper` }),
  },
  'rights.assign': { input: ({ ids }) => ({ requestId: ids.accessRequestId, userId: ids.ownerId }) },
  'rights.begin': ofRequest('accessRequestId'),
  'rights.finish': { input: ({ ids, word }) => ({ requestId: ids.finishedRequestId, note: `${word} done` }) },
  'rights.refuse': { input: ({ ids, word }) => ({ requestId: ids.refusedRequestId, reason: `${word} no` }) },
  'rights.withdraw': ofRequest('withdrawalRequestId'),
  'rights.propose': {
    input: ({ ids, word }) => ({ requestId: ids.correctionRequestId, changes: { city: `${word} city` } }),
  },
  'rights.correct': ofRequest('correctionRequestId'),
  'rights.makePackage': ofRequest('accessRequestId'),
  'rights.packageLink': ofRequest('packedRequestId'),
  // Nobody has talked with them.
  'rights.sendPackage': { ...ofRequest('packedRequestId'), answers: 409 },
  'rights.previewErasure': ofRequest('erasureRequestId'),
  'rights.approveErasure': ofRequest('erasureRequestId'),
  'rights.erase': ofRequest('erasureRequestId'),
  'rights.certificate': ofRequest('erasedRequestId'),
  'legalHolds.list': none,
  'legalHolds.place': {
    input: ({ ids, word }) => ({ contactId: ids.heldContactId, reason: `${word} court` }),
  },
  'legalHolds.lift': { input: ({ ids }) => ({ holdId: ids.holdId }) },
  'rightsSettings.get': none,
  'rightsSettings.update': { input: ({ word }) => ({ contactName: `${word} officer` }) },
  'suppression.list': none,
  'suppression.create': {
    input: ({ word }) => ({
      name: `${word} new list`,
      kind: 'manual',
      reason: `${word} reason`,
      categories: ['marketing'],
    }),
  },
  'suppression.update': {
    input: ({ ids, word }) => ({ listId: ids.suppressionId, reason: `${word} other` }),
  },
  'suppression.remove': { input: ({ ids }) => ({ listId: ids.removedSuppressionId }) },
  'suppression.members': { input: ({ ids }) => ({ listId: ids.suppressionId }) },
  'suppression.add': { input: ({ ids }) => ({ listId: ids.suppressionId, phones: ['+919825012377'] }) },
  'suppression.removeMember': {
    input: ({ ids }) => ({ listId: ids.suppressionId, memberId: ids.suppressedId }),
  },
  'suppression.ofContact': { input: ({ ids }) => ({ contactId: ids.heldContactId }) },

  'consent.overview': none,
  'consent.proof': { input: ({ ids }) => ({ contactId: ids.heldContactId }) },
  'consent.get': { input: ({ ids }) => ({ contactId: ids.heldContactId }) },
  'consent.entries': { input: ({ ids }) => ({ contactId: ids.heldContactId }) },
  'consent.record': {
    input: ({ ids, word }) => ({
      contactId: ids.heldContactId,
      kind: 'granted',
      purpose: 'promotions',
      source: `${word} form`,
    }),
  },
  'consent.release': { input: ({ ids, word }) => ({ contactId: ids.heldContactId, reason: `${word} seen` }) },

  'purposes.list': none,
  'purposes.create': {
    input: ({ word }) => ({
      base: 'promotions',
      key: 'new',
      texts: { en: { name: `${word} new`, explanation: word } },
    }),
  },
  'purposes.update': {
    input: ({ word }) => ({
      purpose: 'orders',
      texts: { en: { name: `${word} parcels`, explanation: word } },
    }),
  },
  'purposes.archive': { input: () => ({ purpose: 'promotions.kept' }) },
  'purposes.restore': { input: () => ({ purpose: 'promotions.kept' }) },

  'notices.list': none,
  'notices.current': { input: () => ({ purposes: ['promotions'] }) },
  'notices.get': { input: ({ ids }) => ({ noticeId: ids.noticeId }) },
  'notices.create': {
    input: ({ word }) => ({
      name: `${word} counter`,
      purposes: ['promotions'],
      texts: { en: { heading: word, body: word, agree: word } },
    }),
  },
  'notices.saveDraft': {
    input: ({ ids, word }) => ({
      noticeId: ids.draftNoticeId,
      texts: { en: { heading: word, body: `${word} again`, agree: word } },
    }),
  },
  'notices.discardDraft': { input: ({ ids }) => ({ noticeId: ids.draftNoticeId }) },
  'notices.approve': { input: ({ ids }) => ({ noticeId: ids.noticeId, version: 2 }) },
  'notices.retire': { input: ({ ids }) => ({ noticeId: ids.noticeId }) },

  'ledger.get': none,
  'ledger.entries': none,
  'ledger.verify': none,
  'ledger.verifications': none,
  'ledger.checkpoint': none,
  'ledger.checkpoints': none,

  'entryPoints.list': none,
  'entryPoints.get': { input: ({ ids }) => ({ entryPointId: ids.entryPointId }) },
  'entryPoints.create': {
    input: ({ word }) => ({
      kind: 'page',
      name: `${word} fair`,
      purposes: ['service'],
      store: `${word} tent`,
    }),
  },
  'entryPoints.update': {
    input: ({ ids, word }) => ({ entryPointId: ids.entryPointId, name: `${word} changed` }),
  },
  'entryPoints.submissions': { input: ({ ids }) => ({ entryPointId: ids.entryPointId }) },
  'entryPoints.submit': {
    input: ({ ids, word }) => ({
      entryPointId: ids.apiEntryPointId,
      phone: '+91 90000 00002',
      source: 'ivr',
      externalId: `${word} call`,
      evidence: { recording: `${word} recording` },
    }),
  },
  'entryPoints.ask': {
    input: ({ ids }) => ({ entryPointId: ids.chatEntryPointId, contactId: ids.keptContactId }),
    // Nobody wrote within a day, so nothing may be asked.
    answers: 422,
  },

  'templates.list': none,
  'templates.get': { input: ({ ids }) => ({ templateId: ids.templateId }) },
  'templates.sync': { input: ({ ids }) => ({ accountId: ids.keptAccountId }), ...withoutMeta },
  'templateFamilies.list': none,
  'templateFamilies.get': { input: ({ ids }) => ({ familyId: ids.submittedFamilyId }) },
  'templateFamilies.create': {
    input: () => ({
      name: 'service_greeting_v1',
      category: 'UTILITY',
      language: 'en',
      content: { components: [{ type: 'BODY', text: 'Your order is packed.' }] },
    }),
  },
  'templateFamilies.update': { input: ({ ids }) => ({ familyId: ids.savedFamilyId, note: 'For the shop' }) },
  'templateFamilies.clone': {
    input: ({ ids }) => ({ familyId: ids.savedFamilyId, name: 'service_copy_v1' }),
  },
  'templateFamilies.retire': { input: ({ ids }) => ({ familyId: ids.savedFamilyId }) },
  'templateFamilies.restore': { input: ({ ids }) => ({ familyId: ids.savedFamilyId }) },
  'templateFamilies.remove': { input: ({ ids }) => ({ familyId: ids.removedFamilyId }) },
  'templateFamilies.uses': { input: ({ ids }) => ({ familyId: ids.submittedFamilyId }) },
  'templateFamilies.history': { input: ({ ids }) => ({ familyId: ids.submittedFamilyId }) },
  'templateFamilies.comment': {
    input: ({ ids }) => ({ familyId: ids.submittedFamilyId, text: 'Good words' }),
  },
  'templateVariants.create': { input: ({ ids }) => ({ familyId: ids.savedFamilyId, language: 'ta' }) },
  'templateVariants.remove': { input: ({ ids }) => ({ variantId: ids.secondVariantId }) },
  'templateVariants.deleteAtWhatsApp': {
    input: ({ ids }) => ({ variantId: ids.askingVariantId, accountIds: [ids.keptAccountId] }),
  },
  'templateDrafts.get': { input: ({ ids }) => ({ variantId: ids.draftVariantId }) },
  'templateDrafts.save': {
    input: ({ ids }) => ({
      variantId: ids.draftVariantId,
      revision: 1,
      content: { components: [{ type: 'BODY', text: 'Your order is packed.' }] },
    }),
  },
  'templateDrafts.discard': { input: ({ ids }) => ({ variantId: ids.discardedVariantId }) },
  'templateDrafts.check': {
    input: () => ({
      category: 'UTILITY',
      content: { components: [{ type: 'BODY', text: 'Your order is packed.' }] },
    }),
  },
  'templateDrafts.requestReview': { input: ({ ids }) => ({ variantId: ids.askingVariantId, revision: 1 }) },
  'templateVersions.queue': none,
  'templateVersions.get': { input: ({ ids }) => ({ versionId: ids.submittedVersionId }) },
  'templateVersions.compare': { input: ({ ids }) => ({ versionId: ids.submittedVersionId }) },
  'templateVersions.decide': {
    input: ({ ids }) => ({ versionId: ids.decidedVersionId, decision: 'approve' }),
  },
  'templateVersions.withdraw': { input: ({ ids }) => ({ versionId: ids.withdrawnVersionId }) },
  'templateVersions.plan': { input: ({ ids }) => ({ versionId: ids.submittedVersionId }) },
  'templateVersions.submit': {
    input: ({ ids }) => ({ versionId: ids.submittedVersionId, accountIds: [ids.keptAccountId] }),
  },
  'templateLint.check': {
    input: ({ ids, word }) => ({
      name: `${word}_template`,
      language: 'en',
      category: 'UTILITY',
      content: { components: [{ type: 'BODY', text: 'Your order is here.' }] },
      accountId: ids.keptAccountId,
    }),
  },
  'templateLibrary.list': { input: () => ({ search: 'cart' }) },
  'templateLibrary.use': { input: () => ({ key: 'order_shipped' }) },
  'templateLibrary.inserts': none,
  'templateScorecards.list': none,
  'templateScorecards.get': { input: ({ ids }) => ({ familyId: ids.submittedFamilyId }) },
  'templateScorecards.rules': none,
  'templateScorecards.updateRule': { input: () => ({ rule: 'failures', percent: 20 }) },
  'templateScorecards.actions': none,
  'templateScorecards.undo': {
    input: ({ ids, word }) => ({ actionId: ids.actionId, note: `${word} undone` }),
  },
  'templateScorecards.answer': { input: ({ ids }) => ({ actionId: ids.answeredActionId, answer: 'accept' }) },
  'templateCadence.get': none,
  'templateCadence.update': { input: () => ({ festivals: ['diwali'] }) },
  'templateCadence.addOccasion': { input: ({ word }) => ({ name: `${word} sale`, day: '2027-12-01' }) },
  'templateCadence.removeOccasion': { input: ({ ids }) => ({ occasionId: ids.occasionId }) },
  'templateCadence.finishReminder': { input: ({ ids }) => ({ reminderId: ids.reminderId }) },
  'templateSettings.get': none,
  'templateSettings.update': { input: () => ({ enforceNames: true }) },
  'templateSettings.suggestName': { input: () => ({ category: 'UTILITY', topic: 'order packed' }) },

  'sending.send': { input: (tenant) => ({ ...messageOf(tenant), to: { phone: '+919820012345' } }) },
  'sending.explain': {
    input: (tenant) => ({ ...messageOf(tenant), contactId: tenant.ids.talkingContactId }),
  },
  'sending.sendToAudience': {
    input: (tenant) => ({ ...messageOf(tenant), name: `${tenant.word} Diwali`, audience: { all: true } }),
  },
  'sending.dryRun': { input: (tenant) => ({ ...messageOf(tenant), audience: { all: true } }) },
  'sending.intents': none,
  'sending.getPolicies': none,
  'sending.updatePolicies': { input: () => ({ blockedCountries: ['NP'] }) },

  'outbox.list': none,
  'outbox.counts': none,
  'outbox.pauseSource': { input: ({ ids }) => ({ sourceId: ids.pausedSourceId }) },
  'outbox.resumeSource': { input: ({ ids }) => ({ sourceId: ids.resumedSourceId }) },
  'outbox.cancelSource': { input: ({ ids }) => ({ sourceId: ids.cancelledSourceId }) },
  'outbox.pauseNumber': { input: ({ ids }) => ({ numberId: ids.keptNumberId }) },
  'outbox.resumeNumber': { input: ({ ids }) => ({ numberId: ids.keptNumberId }) },
  'outbox.cancel': { input: ({ ids }) => ({ messageId: ids.waitingMessageId }) },
  'outbox.settle': { input: ({ ids }) => ({ messageId: ids.doubtfulMessageId, verdict: 'close' }) },

  'conversations.list': { input: ({ ids }) => ({ contactId: ids.talkingContactId }) },
  'conversations.get': { input: ({ ids }) => ({ conversationId: ids.conversationId }) },
  'messages.recent': none,
  'messages.list': { input: ({ ids }) => ({ conversationId: ids.conversationId }) },
  'messages.get': { input: ({ ids }) => ({ messageId: ids.messageId }) },

  'webhooks.listDeliveries': none,
  'webhooks.countParked': none,
  'webhooks.getDelivery': { input: ({ ids }) => ({ deliveryId: ids.keptDeliveryId }) },
  'webhooks.retry': { input: ({ ids }) => ({ deliveryId: ids.retriedDeliveryId }) },
  'webhooks.retryAll': { input: () => ({ reason: 'unknown_number' }) },
  'webhooks.discard': { input: ({ ids }) => ({ deliveryId: ids.discardedDeliveryId }) },
  'webhooks.listUpdates': none,

  'signIns.list': none,
  'history.list': none,
  'history.recent': none,

  'jobs.listFailed': none,
  'jobs.retry': { input: ({ ids }) => ({ jobId: ids.retriedJobId }) },
  'jobs.discard': { input: ({ ids }) => ({ jobId: ids.discardedJobId }) },
  'jobs.listParkedEvents': none,
  'jobs.retryParkedEvent': {
    input: ({ ids }) => ({ eventId: ids.parkedEventId, consumer: 'audit.sign-ins' }),
  },

  'health.get': none,
};

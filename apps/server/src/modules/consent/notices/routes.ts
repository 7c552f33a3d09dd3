import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { approveNotice, retireNotice } from './approve.ts';
import { currentNotice } from './current-notice.ts';
import { createNotice, discardDraft, saveDraft } from './drafts.ts';
import { createPurpose, listPurposes, setArchived, updatePurpose } from './purposes.ts';
import { getNotice, listNotices } from './read-notices.ts';

export function noticesRoutes(): Route[] {
  return [
    ...workspaceRoutes('purposes', contract.purposes, {
      list: async ({ tx }) => ({ items: await listPurposes(tx, tx.workspaceId) }),
      create: ({ tx, input }) => createPurpose(tx, input),
      update: ({ tx, input }) => updatePurpose(tx, input),
      archive: ({ tx, input }) => setArchived(tx, input.purpose, true),
      restore: ({ tx, input }) => setArchived(tx, input.purpose, false),
    }),
    ...workspaceRoutes('notices', contract.notices, {
      list: ({ tx }) => listNotices(tx),
      current: async ({ tx, input }) => ({
        notice: await currentNotice(tx, { workspaceId: tx.workspaceId, ...input }),
      }),
      get: ({ tx, input, caller }) => getNotice(tx, input.noticeId, caller),
      create: async ({ tx, input, caller }) => getNotice(tx, await createNotice(tx, input), caller),
      saveDraft: async ({ tx, input, caller }) => {
        await saveDraft(tx, input);
        return getNotice(tx, input.noticeId, caller);
      },
      discardDraft: ({ tx, input }) => discardDraft(tx, input.noticeId),
      approve: async ({ tx, input, caller }) => {
        await approveNotice(tx, input);
        return getNotice(tx, input.noticeId, caller);
      },
      retire: async ({ tx, input, caller }) => {
        await retireNotice(tx, input.noticeId);
        return getNotice(tx, input.noticeId, caller);
      },
    }),
  ];
}

import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { toMetaComponents } from '../content/meta-components.ts';
import { showContent } from '../content/shown-content.ts';
import { discardDraft, getDraft, saveDraft } from '../drafts/draft.ts';
import { requestReview } from '../drafts/request-review.ts';
import { planSubmission } from '../submitting/plan.ts';
import type { Samples } from '../submitting/samples.ts';
import { deleteAtWhatsApp, submitVersion } from '../submitting/submit.ts';
import { decide, withdraw } from '../versions/decide.ts';
import { compareVersions, getVersion, listReviews } from '../versions/read-version.ts';
import { removeFamily, removeVariant, restoreFamily, retireFamily, updateFamily } from './change-family.ts';
import { addLanguage, cloneFamily, createFamily } from './create-family.ts';
import { getFamily } from './get-family.ts';
import { comment, listHistory } from './history.ts';
import { listFamilies } from './list-families.ts';
import { getTemplateSettings, suggestName, updateTemplateSettings } from './settings.ts';
import { usesOf, type FindUses } from './uses.ts';

export interface AuthoringParts {
  samples: Samples;
  uses: readonly FindUses[];
}

export function authoringRoutes({ samples, uses }: AuthoringParts): Route[] {
  return [
    ...workspaceRoutes('templateFamilies', contract.templateFamilies, {
      list: ({ tx, input }) => listFamilies(tx, input),
      get: ({ tx, input }) => getFamily(tx, input.familyId),
      create: ({ tx, input }) => createFamily(tx, input),
      update: ({ tx, input }) => updateFamily(tx, input),
      clone: ({ tx, input }) => cloneFamily(tx, input),
      retire: ({ tx, input }) => retireFamily(tx, uses, input),
      restore: ({ tx, input }) => restoreFamily(tx, input.familyId),
      remove: ({ tx, input }) => removeFamily(tx, input.familyId),
      uses: async ({ tx, input }) => ({ items: await usesOf(tx, uses, input) }),
      history: ({ tx, input }) => listHistory(tx, input),
      comment: ({ tx, input }) => comment(tx, input),
    }),
    ...workspaceRoutes('templateVariants', contract.templateVariants, {
      create: ({ tx, input }) => addLanguage(tx, input),
      remove: ({ tx, input }) => removeVariant(tx, input.variantId),
      deleteAtWhatsApp: ({ tx, input }) => deleteAtWhatsApp(tx, uses, input),
    }),
    ...workspaceRoutes('templateDrafts', contract.templateDrafts, {
      get: ({ tx, input }) => getDraft(tx, input.variantId),
      save: ({ tx, input }) => saveDraft(tx, input),
      discard: ({ tx, input }) => discardDraft(tx, input.variantId),
      check: ({ input: { content, category } }) => ({
        ...showContent(content, category),
        components: toMetaComponents(content, { category }),
      }),
      requestReview: ({ tx, input }) => requestReview(tx, samples, input),
    }),
    ...workspaceRoutes('templateVersions', contract.templateVersions, {
      queue: ({ tx, input }) => listReviews(tx, input),
      get: ({ tx, input }) => getVersion(tx, input.versionId),
      compare: ({ tx, input }) => compareVersions(tx, input),
      decide: ({ tx, input }) => decide(tx, input),
      withdraw: ({ tx, input }) => withdraw(tx, input.versionId),
      plan: ({ tx, input }) => planSubmission(tx, input.versionId),
      submit: ({ tx, input }) => submitVersion(tx, input),
    }),
    ...workspaceRoutes('templateSettings', contract.templateSettings, {
      get: ({ tx }) => getTemplateSettings(tx, tx.workspaceId),
      update: ({ tx, input }) => updateTemplateSettings(tx, input),
      suggestName: ({ tx, input }) => suggestName(tx, input),
    }),
  ];
}

import { account, joining, setUp } from './account.ts';
import { apiKeys } from './api-keys.ts';
import { signIns } from './audit.ts';
import { consent } from './consent.ts';
import { contactBlocks, contactFields, contactNotes, contactTimeline } from './contact-profile.ts';
import { contactBulks, contactLists, contactTags } from './contact-lists.ts';
import { contactExports } from './contact-exports.ts';
import { contactImports } from './contact-imports.ts';
import { contacts } from './contacts.ts';
import { entryPoints } from './capture.ts';
import { budgets, costs } from './costs.ts';
import { history } from './events.ts';
import { invitations, members, roles } from './members.ts';
import { ledger } from './ledger.ts';
import { media } from './media.ts';
import { liveTests, numberHealth } from './number-health.ts';
import { conversations, messages } from './messages.ts';
import { notices, purposes } from './notices.ts';
import { numbers } from './numbers.ts';
import { optOut } from './opt-out.ts';
import { outbox } from './outbox.ts';
import { preferences } from './preferences.ts';
import { legalHolds, rights, rightsSettings } from './rights.ts';
import { savedViews } from './saved-views.ts';
import { sending } from './sending.ts';
import { signOn } from './sign-on.ts';
import { health, jobs } from './system.ts';
import { templateCadence } from './template-cadence.ts';
import { templateScorecards } from './template-scorecards.ts';
import { templateLibrary } from './template-library.ts';
import { templateLint } from './template-lint.ts';
import { suppression } from './suppression.ts';
import { templateDrafts } from './template-drafts.ts';
import { templateFamilies, templateVariants } from './template-families.ts';
import { templateSettings } from './template-settings.ts';
import { templateVersions } from './template-versions.ts';
import { templates } from './templates.ts';
import { webhooks } from './webhooks.ts';
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
  numberHealth,
  liveTests,
  contactLists,
  contactTags,
  contactBulks,
  contactImports,
  contactExports,
  contacts,
  contactFields,
  contactNotes,
  contactTimeline,
  contactBlocks,
  media,
  costs,
  budgets,
  consent,
  purposes,
  notices,
  ledger,
  entryPoints,
  optOut,
  suppression,
  preferences,
  rights,
  legalHolds,
  rightsSettings,
  templates,
  templateFamilies,
  templateVariants,
  templateDrafts,
  templateVersions,
  templateSettings,
  templateLint,
  templateLibrary,
  templateCadence,
  templateScorecards,
  sending,
  outbox,
  conversations,
  messages,
  webhooks,
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
export { festivalCertainties, reminderKinds } from './template-cadence.ts';
export { starterIndustries, starterTopics } from './template-library.ts';
export { lintSeverities, predictionReasons, type TemplateFinding } from './template-lint.ts';
export {
  contactFilter,
  filterAttributes,
  type ContactFilter,
  type FilterCondition,
  type FilterGroup,
} from './contact-filter.ts';
export { tagColors, type BulkAction, type BulkSelection } from './contact-lists.ts';
export {
  importFileName,
  importProblems,
  type ImportCounts,
  type ImportFailure,
  type ImportPlan,
  type ImportProblem,
  type ImportShape,
  type ImportTarget,
} from './contact-imports.ts';
export { parkReasons } from './webhooks.ts';
export { problemSchema, type Problem } from './problem.ts';
export { signInMethods, signInOutcomes } from './audit.ts';
export { connectionProblems, connectionSteps } from './numbers.ts';
export { consentPurposes, consentRefusals, messageCategories } from './consent.ts';
export {
  entryPointKinds,
  formPlaces,
  modalTriggers,
  submissionRefusals,
  submissionStates,
} from './capture.ts';
export { rightsChannels, rightsKinds, rightsStates, rightsSteps } from './rights.ts';
export { templateContent, type TemplateContent } from './template-content.ts';
export {
  familyEntries,
  submissionKinds,
  submissionObstacles,
  submissionStates as templateSubmissionStates,
  versionOrigins,
  versionStates,
} from './template-shapes.ts';
export { parameterKinds, templateRefusals } from './templates.ts';
export { outgoingContent, type OutgoingContent, type TemplateValue } from './message-content.ts';
export { fieldKinds, timelineKinds, type FieldValue } from './contact-profile.ts';
export { priceCategories } from './costs.ts';
export { healthFindings, liveTestSteps, severities } from './number-health.ts';
export { contactFields, gatePolicies, sendClasses, sendVerdicts, type GatePolicies } from './sending.ts';
export type { Media } from './media.ts';

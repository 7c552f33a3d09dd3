import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { templateScorecardsRoute } from './features/templates/scorecards/routes.ts';
import { templateCadenceRoute } from './features/templates/cadence/routes.ts';
import { templateLibraryRoute } from './features/templates/library/routes.ts';
import {
  account,
  AccountMenu,
  accountRoute,
  devicesRoute,
  noticeTwoStepAsked,
  securityRoute,
  TwoStepNotice,
} from './features/account/index.ts';
import { audit, auditRoute } from './features/audit/index.ts';
import {
  deliveries,
  deliveriesRoute,
  deliveryRoute,
  parkedDeliveriesRoute,
  updatesRoute,
} from './features/deliveries/index.ts';
import {
  contactFieldsRoute,
  contactRoute,
  contacts,
  contactsRoute,
  contactTagsRoute,
  importRoute,
  importsRoute,
  newImportRoute,
} from './features/contacts/index.ts';
import {
  consent,
  consentRoute,
  noticeRoute,
  noticesRoute,
  optOutWordsRoute,
  proofRoute,
  suppressionRoute,
} from './features/consent/index.ts';
import { budgetsRoute, costs, costsRoute, pricesRoute } from './features/costs/index.ts';
import { developers, failedWorkRoute, keysRoute, parkedEventsRoute } from './features/developers/index.ts';
import { health, healthRoute } from './features/health/index.ts';
import { home, homeRoute } from './features/home/index.ts';
import { messageRoute, messages, messagesRoute } from './features/messages/index.ts';
import { doubtRoute, outbox, outboxRoute, refusedRoute } from './features/outbox/index.ts';
import {
  entryPointRoute,
  newEntryPointRoute,
  optIn,
  optInRoute,
  sheetRoute,
} from './features/opt-in/index.ts';
import { dataRequestRoute, rights, rightsRoute, rightsSettingsRoute } from './features/rights/index.ts';
import { settings, settingsRoute } from './features/settings/index.ts';
import { joiningRoute } from './features/joining/index.ts';
import { setUpRoute } from './features/set-up/index.ts';
import { forgotPasswordRoute, resetPasswordRoute, signInRoute } from './features/sign-in/index.ts';
import {
  connectByHandRoute,
  connectBySignUpRoute,
  connectNumberRoute,
  numberAccountRoute,
  numberRoute,
  numbers,
  numbersRoute,
} from './features/numbers/index.ts';
import { rolesRoute, team, teamRoute } from './features/team/index.ts';
import {
  editTemplateRoute,
  newTemplateRoute,
  templateNamingRoute,
  templateReviewRoute,
  templateRoute,
  templates,
  templatesRoute,
} from './features/templates/index.ts';
import { noWorkspaceRoute, WorkspaceButton, workspaceSwitcher } from './features/workspace-switcher/index.ts';
import { ApiProblem } from './data/api.ts';
import { keepLastWorkspace, lastWorkspaceOf } from './data/last-workspace.ts';
import { followWorkspace } from './data/live.ts';
import {
  accountQuery,
  addressedWorkspace,
  allowsIn,
  findAccount,
  goTo,
  openWorkspace,
  workspaceAddress,
  type Account,
  type OpenWorkspace,
} from './data/session.ts';
import { leaveWhenSignedOut } from './data/signed-out.ts';
import type { StreamState } from './data/stream.ts';
import { setConnectionLost } from './shell/connection.ts';
import { setWorkspaceLocale } from './shell/workspace-locale.ts';
import { missingRoute, publicRoute, rootRoute, shellRoute } from './shell/root-route.tsx';
import { routerDefaults } from './shell/router-defaults.ts';

// The one place where features meet the shell: what is not listed here does not appear anywhere.
const features = [
  home,
  contacts,
  outbox,
  messages,
  templates,
  consent,
  optIn,
  rights,
  costs,
  numbers,
  team,
  developers,
  deliveries,
  settings,
  audit,
  health,
  workspaceSwitcher,
  account,
];

const routeTree = rootRoute.addChildren([
  shellRoute.addChildren([
    homeRoute,
    contactsRoute,
    contactFieldsRoute,
    contactTagsRoute,
    newImportRoute,
    importsRoute,
    importRoute,
    contactRoute,
    numbersRoute,
    numberRoute,
    numberAccountRoute,
    connectNumberRoute,
    connectByHandRoute,
    connectBySignUpRoute,
    outboxRoute,
    doubtRoute,
    refusedRoute,
    messagesRoute,
    messageRoute,
    consentRoute,
    noticesRoute,
    noticeRoute,
    proofRoute,
    suppressionRoute,
    optOutWordsRoute,
    optInRoute,
    newEntryPointRoute,
    entryPointRoute,
    sheetRoute,
    rightsRoute,
    rightsSettingsRoute,
    dataRequestRoute,
    costsRoute,
    budgetsRoute,
    pricesRoute,
    teamRoute,
    rolesRoute,
    templatesRoute,
    templateReviewRoute,
    templateNamingRoute,
    templateLibraryRoute,
    templateCadenceRoute,
    templateScorecardsRoute,
    templateRoute,
    newTemplateRoute,
    editTemplateRoute,
    keysRoute,
    failedWorkRoute,
    parkedEventsRoute,
    deliveriesRoute,
    parkedDeliveriesRoute,
    updatesRoute,
    deliveryRoute,
    settingsRoute,
    auditRoute,
    healthRoute,
    accountRoute,
    securityRoute,
    devicesRoute,
    missingRoute,
  ]),
  publicRoute.addChildren([
    signInRoute,
    forgotPasswordRoute,
    resetPasswordRoute,
    setUpRoute,
    joiningRoute,
    noWorkspaceRoute,
  ]),
]);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: onRefusal }),
  mutationCache: new MutationCache({ onError: onRefusal }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 1 && mayPass(error),
      refetchOnWindowFocus: false,
    },
  },
});

/** What stands in the way of every request, whichever met it first. */
function onRefusal(error: Error): void {
  leaveWhenSignedOut(error);
  noticeTwoStepAsked(error);
}

/** A refusal stands however often it is asked for; a lost connection or a busy server may not. */
const mayPass = (error: Error): boolean =>
  !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;

// A workspace is part of the address, in front of every page: /w/3f2a9c41/members. Going to another one loads the
// page anew, so that nothing of the one is left in memory when the other opens.
const basepath = addressedWorkspace(window.location.pathname);
let workspace: OpenWorkspace | undefined;
/** As it was when the workspace was last entered. */
let known: Account | undefined;

export const router = createRouter({
  routeTree,
  basepath: basepath || '/',
  context: {
    queryClient,
    features,
    slots: { Workspace: WorkspaceButton, Account: AccountMenu, Notice: TwoStepNotice },
    allows: (permission) => allowsIn(workspace)(permission),
    requireSession,
  },
  ...routerDefaults,
  scrollRestoration: true,
});

async function requireSession(from: string): Promise<void> {
  const account = await findAccount(queryClient);
  if (account === null)
    return goTo(`/sign-in?${new URLSearchParams({ to: `${basepath}${from}` }).toString()}`);
  known = account;
  workspace = openWorkspace(account, basepath);
  if (workspace) return enter(workspace);
  const last = lastWorkspaceOf(account.workspaces);
  return goTo(last ? `${workspaceAddress(last.workspaceId)}/` : '/no-workspace');
}

function enter(open: OpenWorkspace): void {
  const { timeZone, currency } = open;
  keepLastWorkspace(open);
  setWorkspaceLocale({ zone: timeZone, grouping: currency === 'INR' ? 'indian' : 'international' });
  const onState = (state: StreamState) => setConnectionLost(state === 'offline');
  followWorkspace({ workspace: open, queryClient, onState });
}

// Another role, name or zone, given here or by a colleague: the page is entered anew with it, and who was removed
// goes elsewhere. What was drawn from `allows` is drawn again because it is another function.
queryClient.getQueryCache().subscribe(({ query }) => {
  const account = query.queryKey[0] === accountQuery.queryKey[0] ? query.state.data : undefined;
  if (known === undefined || account === undefined || account === known) return;
  known = account as Account;
  workspace = openWorkspace(known, basepath);
  router.update({ ...router.options, context: { ...router.options.context, allows: allowsIn(workspace) } });
  void router.invalidate();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

import { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { home, homeRoute } from './features/home/index.ts';
import {
  addressedWorkspace,
  allowsIn,
  findAccount,
  goTo,
  openWorkspace,
  workspaceAddress,
  type OpenWorkspace,
} from './data/session.ts';
import { setWorkspaceLocale } from './shell/workspace-locale.ts';
import { missingRoute, publicRoute, rootRoute, shellRoute } from './shell/root-route.tsx';
import { routerDefaults } from './shell/router-defaults.ts';

// The one place where features meet the shell: what is not listed here does not appear anywhere.
const features = [home];

const routeTree = rootRoute.addChildren([shellRoute.addChildren([homeRoute, missingRoute]), publicRoute]);

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: false } },
});

// A workspace is part of the address, in front of every page: /w/3f2a9c41/members. Going to another one loads the
// page anew, so that nothing of the one is left in memory when the other opens.
const basepath = addressedWorkspace(window.location.pathname);
let workspace: OpenWorkspace | undefined;

export const router = createRouter({
  routeTree,
  basepath: basepath || '/',
  context: {
    queryClient,
    features,
    slots: {},
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
  workspace = openWorkspace(account, basepath);
  if (workspace) return enter(workspace);
  const first = account.workspaces[0];
  return goTo(first ? `${workspaceAddress(first.workspaceId)}/` : '/no-workspace');
}

function enter({ timeZone, currency }: OpenWorkspace): void {
  setWorkspaceLocale({ zone: timeZone, grouping: currency === 'INR' ? 'indian' : 'international' });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

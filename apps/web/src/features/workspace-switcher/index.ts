import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lastWorkspaceOf } from '../../data/last-workspace.ts';
import { findAccount, goTo, workspaceAddress } from '../../data/session.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { publicRoute } from '../../shell/root-route.tsx';
import { later } from '../../ui/later.tsx';
import { switcherPlaceMessages } from './place-messages.ts';

export { WorkspaceButton } from './WorkspaceButton.tsx';

export const noWorkspaceRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/no-workspace',
  preload: false,
  beforeLoad: async ({ context }) => {
    const account = await findAccount(context.queryClient);
    if (account === null) await goTo('/sign-in');
    const last = lastWorkspaceOf(account?.workspaces ?? []);
    if (last) await goTo(`${workspaceAddress(last.workspaceId)}/`);
  },
  component: lazyRouteComponent(() => import('./NoWorkspacePage.tsx'), 'NoWorkspacePage'),
  staticData: { title: words(switcherPlaceMessages, 'noneTitle') },
});

export const workspaceSwitcher: Feature = {
  name: 'workspace-switcher',
  places: [],
  Everywhere: later(async () => (await import('./WorkspaceCommands.tsx')).WorkspaceCommands, {
    optional: true,
  }),
};

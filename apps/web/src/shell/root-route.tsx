import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet } from '@tanstack/react-router';
import type { Feature, Slots } from './feature.ts';
import { Layout } from './layout/Layout.tsx';
import { NotFound } from './NotFound.tsx';
import { PublicLayout } from './PublicLayout.tsx';
import { useDocumentTitle } from './use-document-title.ts';

/** What every route may use, given by routes.tsx. */
export interface ShellContext {
  queryClient: QueryClient;
  features: readonly Feature[];
  slots: Slots;
  /** Whether the person may do something; decides which places are shown, never what the server allows. */
  allows: (permission: string) => boolean;
  /** Throws a redirect when nobody is signed in. */
  requireSession: (from: string) => Promise<void>;
}

export const rootRoute = createRootRouteWithContext<ShellContext>()({
  component: Root,
});

/** Parent of every page inside the shell: `getParentRoute: () => shellRoute`. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Layout,
  beforeLoad: ({ context, location }) => context.requireSession(location.href),
});

/** Any other address: said inside the shell, so that the way on is in sight. */
export const missingRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFound });

/** Parent of pages that need no one signed in. */
export const publicRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'public',
  component: PublicLayout,
});

function Root() {
  useDocumentTitle();
  return <Outlet />;
}

import { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { home, homeRoute } from './features/home/index.ts';
import { PagePending } from './shell/PagePending.tsx';
import { publicRoute, rootRoute, shellRoute } from './shell/root-route.tsx';

// The one place where features meet the shell: what is not listed here does not appear anywhere.
const features = [home];

const routeTree = rootRoute.addChildren([shellRoute.addChildren([homeRoute]), publicRoute]);

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: false } },
});

export const router = createRouter({
  routeTree,
  context: { queryClient, features, slots: {}, allows: () => true, requireSession: async () => {} },
  defaultPreload: 'intent',
  defaultPendingComponent: PagePending,
  defaultPendingMs: 200,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

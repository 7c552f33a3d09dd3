import { NotFound } from './NotFound.tsx';
import { PageFailed } from './PageFailed.tsx';
import { PagePending } from './PagePending.tsx';

/** How every page arrives, waits and fails: for the program's router and the gallery's. */
export const routerDefaults = {
  defaultPreload: 'intent',
  defaultPendingComponent: PagePending,
  defaultPendingMs: 200,
  // On each route, so that a page that breaks leaves the shell around it standing.
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: NotFound,
} as const;

import type { QueryClient } from '@tanstack/react-query';
import { patchQuery } from '../../../data/patch-query.ts';
import { numbersQuery, type Connected, type MetaApp } from '../../../data/numbers.ts';

/** As the server has just answered it. */
export function putApp(queryClient: QueryClient, app: MetaApp): void {
  patchQuery<Connected>(queryClient, numbersQuery, (all) => ({
    ...all,
    apps: all.apps.map((one) => (one.appId === app.appId ? app : one)),
  }));
}

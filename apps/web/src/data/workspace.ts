import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

export const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: ({ signal }) => api.workspaces.get({}, { signal }),
});
export type Workspace = Awaited<ReturnType<typeof api.workspaces.get>>;

import { useInfiniteQuery } from '@tanstack/react-query';
import { useAllows } from '../../../data/use-workspace.ts';
import { failedJobsQuery, parkedEventsQuery } from './queries.ts';

interface Waiting {
  failed: number | undefined;
  parked: number | undefined;
}

/** How much waits for a decision; what is not known, or nothing, is not counted. */
export function useWaitingWork(): Waiting {
  const enabled = useAllows()('jobs.manage');
  const failed = useInfiniteQuery({ ...failedJobsQuery, enabled });
  const parked = useInfiniteQuery({ ...parkedEventsQuery, enabled });
  return { failed: countOf(failed.data), parked: countOf(parked.data) };
}

function countOf(data: { pages: { items: unknown[] }[] } | undefined): number | undefined {
  return data?.pages.reduce((sum, { items }) => sum + items.length, 0) || undefined;
}

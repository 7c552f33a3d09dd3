import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api } from '../../../../data/api.ts';
import type { Category } from '../queries.ts';

/** A free name by the workspace’s convention, for what the template is about. */
export function useSuggestedName(category: Category, typed: string): string {
  const topic = useDeferredValue(typed.trim());
  const { data } = useQuery({
    queryKey: ['template-editor', 'name', category, topic],
    queryFn: ({ signal }) => api.templateSettings.suggestName({ category, topic }, { signal }),
    enabled: topic !== '',
    placeholderData: (former) => former,
  });
  return topic === '' ? '' : (data?.name ?? '');
}

import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';

export const cadenceQuery = queryOptions({
  queryKey: ['template-cadence'],
  queryFn: ({ signal }) => api.templateCadence.get({}, { signal }),
});

export type Cadence = Awaited<ReturnType<typeof api.templateCadence.get>>;

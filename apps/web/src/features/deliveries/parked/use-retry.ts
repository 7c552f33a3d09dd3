import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';

interface Retry {
  busy: boolean;
  /** Resolves to what the server said, or nothing if it refused, which was then told. */
  run: <Answer>(work: () => Promise<Answer>) => Promise<Answer | undefined>;
}

/** Asks for something to be taken in again, and brings everything on screen to how it is then. */
export function useRetry(): Retry {
  const queryClient = useQueryClient();
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    run: async (work) => {
      setBusy(true);
      try {
        return await work();
      } catch (error) {
        toast(problems.say(error), { tone: 'bad' });
        return undefined;
      } finally {
        setBusy(false);
        refetchQuery(queryClient, { queryKey: ['webhooks'] });
      }
    },
  };
}

export const retryOne = (deliveryId: string) => api.webhooks.retry({ deliveryId });

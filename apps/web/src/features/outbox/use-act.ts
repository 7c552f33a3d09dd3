import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refetchQuery } from '../../data/patch-query.ts';
import { useProblems } from '../../data/use-problems.ts';
import { toast } from '../../ui/feedback/toast-store.ts';

interface Act {
  busy: boolean;
  /** Says what came of it, in either case. */
  run: (work: () => Promise<unknown>, said: string) => Promise<void>;
  /** For a dialog, which shows by itself why something was refused. */
  attempt: (work: () => Promise<unknown>, said: string) => Promise<void>;
}

/** Changes what waits, and shows it as it is then. */
export function useAct(): Act {
  const queryClient = useQueryClient();
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const attempt: Act['attempt'] = async (work, said) => {
    try {
      await work();
      toast(said);
    } finally {
      refetchQuery(queryClient, { queryKey: ['outbox'] });
    }
  };
  return {
    busy,
    attempt,
    run: async (work, said) => {
      setBusy(true);
      try {
        await attempt(work, said);
      } catch (error) {
        toast(problems.say(error), { tone: 'bad' });
      } finally {
        setBusy(false);
      }
    },
  };
}

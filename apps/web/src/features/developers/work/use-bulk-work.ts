import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { developerMessages } from '../messages.ts';
import { actOnEach } from './act-on-each.ts';

type Said = 'running' | 'discarded' | 'retriedEvents';

interface BulkWork {
  /** Set while it goes on. */
  progress: { done: number; total: number } | undefined;
  run: <Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>, said: Said) => Promise<void>;
}

/** Does one thing to many pieces of work, shows how far it is, and says at the end what came of it. */
export function useBulkWork(): BulkWork {
  const t = useT(developerMessages);
  const problems = useProblems();
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<BulkWork['progress']>();
  return {
    progress,
    run: async (items, act, said) => {
      const total = items.length;
      setProgress({ done: 0, total });
      const { done, gone, problem } = await actOnEach(items, act, (settled) =>
        setProgress({ done: settled, total }),
      );
      setProgress(undefined);
      void queryClient.invalidateQueries({ queryKey: ['jobs'] });
      if (problem !== undefined) {
        toast(t('notAll', { done: done + gone, total, problem: problems.say(problem) }), { tone: 'bad' });
      } else if (done > 0) toast(t(said, { count: done }));
      if (gone > 0) toast(t('goneMeanwhile', { count: gone }), { tone: 'info' });
    },
  };
}

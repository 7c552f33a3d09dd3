import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblems } from '../../../data/use-problems.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';

/** Decides about templates, says what came of it, and shows scorecards as they are then. */
export function useScoreAct() {
  const queryClient = useQueryClient();
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<unknown>, said: string): Promise<void> => {
    await work();
    toast(said, { tone: 'good' });
    await queryClient.invalidateQueries({ queryKey: ['template-scorecards'] });
  };
  const run = async (work: () => Promise<unknown>, said: string): Promise<void> => {
    setBusy(true);
    await attempt(work, said).catch((error: unknown) => toast(problems.say(error), { tone: 'bad' }));
    setBusy(false);
  };
  return { busy, run, attempt };
}

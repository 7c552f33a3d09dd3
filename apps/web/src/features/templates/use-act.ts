import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblems } from '../../data/use-problems.ts';
import { toast } from '../../ui/feedback/toast-store.ts';

/** Does something with templates, says what came of it, and shows them as they are then. */
export function useAct() {
  const queryClient = useQueryClient();
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<unknown>, said: string): Promise<void> => {
    await work();
    toast(said, { tone: 'good' });
    await queryClient.invalidateQueries({ queryKey: ['templates'] });
  };
  const run = async (work: () => Promise<unknown>, said: string): Promise<boolean> => {
    setBusy(true);
    try {
      await attempt(work, said);
      return true;
    } catch (error) {
      toast(problems.say(error), { tone: 'bad' });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, run, attempt };
}

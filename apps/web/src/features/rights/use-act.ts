import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refetchQuery } from '../../data/patch-query.ts';
import { useProblems } from '../../data/use-problems.ts';
import { toast } from '../../ui/feedback/toast-store.ts';
import { everythingOfRights } from './queries.ts';

interface Act {
  busy: boolean;
  /** For a button: says why when it is refused. */
  run: (work: () => Promise<unknown>, said: string) => Promise<void>;
  /** For a dialog that says so itself. */
  done: (said: string) => void;
}

/** Does something to a request and shows what became of it. */
export function useAct(): Act {
  const queryClient = useQueryClient();
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const done = (said: string): void => {
    refetchQuery(queryClient, everythingOfRights);
    toast(said, { tone: 'good' });
  };
  const run = async (work: () => Promise<unknown>, said: string): Promise<void> => {
    setBusy(true);
    try {
      await work();
      done(said);
    } catch (error) {
      toast(problems.say(error), { tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return { busy, run, done };
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { numberHealthQuery } from '../health/health-query.ts';
import { vitalMessages } from './messages.ts';

export function ResumeSending({ numberId }: { numberId: string }) {
  const t = useT(vitalMessages);
  const problems = useProblems();
  const queryClient = useQueryClient();
  const mayResume = useAllows()('outbox.manage');
  const resume = useMutation({
    mutationFn: () => api.outbox.resumeNumber({ numberId }),
    onSuccess: () => {
      toast(t('resumed'), { tone: 'good' });
      refetchQuery(queryClient, numberHealthQuery(numberId));
    },
    onError: (error) => toast(problems.say(error), { tone: 'bad' }),
  });
  if (!mayResume) return null;
  return (
    <Button icon={Play} busy={resume.isPending} onClick={() => resume.mutate()}>
      {t('resume')}
    </Button>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { numberMessages } from '../messages.ts';
import type { BusinessNumber } from '../../../data/numbers.ts';
import { putNumber } from './put-number.ts';

export function RefreshNumber({ number: { numberId } }: { number: BusinessNumber }) {
  const t = useT(numberMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const refresh = useMutation({
    mutationFn: () => api.numbers.refresh({ numberId }),
    onSuccess: (number) => {
      putNumber(queryClient, number);
      toast(t('refreshed'), { tone: 'good' });
    },
    onError: (error) => toast(problems.say(error), { tone: 'bad' }),
  });
  return (
    <Button icon={RotateCw} busy={refresh.isPending} onClick={() => refresh.mutate()}>
      {t('refresh')}
    </Button>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Stethoscope } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { numbersQuery } from '../../../data/numbers.ts';
import { ActionCard } from './ActionCard.tsx';
import { connectionMessages } from './messages.ts';
import { StepList } from './StepList.tsx';
import { useStepSummary } from './use-step-summary.ts';

export function CheckConnection({ accountId }: { accountId: string }) {
  const t = useT(connectionMessages);
  const problems = useProblems();
  const queryClient = useQueryClient();
  const summary = useStepSummary();
  const check = useMutation({
    mutationFn: () => api.numbers.check({ accountId }),
    onSuccess: () => refetchQuery(queryClient, numbersQuery),
  });
  return (
    <ActionCard
      title={t('check')}
      description={t('checkHelp')}
      action={
        <Button icon={Stethoscope} busy={check.isPending} onClick={() => check.mutate()}>
          {t('checkNow')}
        </Button>
      }
    >
      <output className="block empty:hidden">
        {check.isPending && <p className="text-ink-2">{t('checking')}</p>}
        {check.isSuccess && <p className="font-medium">{summary(check.data.steps)}</p>}
      </output>
      {check.isError && (
        <Banner tone="bad">
          {t('checkFailed')}: {problems.say(check.error)}
        </Banner>
      )}
      {check.isSuccess && <StepList steps={check.data.steps} />}
    </ActionCard>
  );
}

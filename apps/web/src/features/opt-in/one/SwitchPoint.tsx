import { useQueryClient } from '@tanstack/react-query';
import { Power } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { optInMessages } from '../messages.ts';
import type { Point } from '../queries.ts';

export function SwitchPoint({ point: { entryPointId, active } }: { point: Point }) {
  const t = useT(optInMessages);
  const problems = useProblems();
  const queryClient = useQueryClient();
  const put = async (next: boolean): Promise<void> => {
    await api.entryPoints.update({ entryPointId, active: next });
    await queryClient.invalidateQueries({ queryKey: ['entry-points'] });
    toast(t(next ? 'switchedOn' : 'switchedOff'), { tone: 'good' });
  };
  if (!active)
    return (
      <Button
        icon={Power}
        onClick={() => void put(true).catch((error: unknown) => toast(problems.say(error), { tone: 'bad' }))}
      >
        {t('switchOn')}
      </Button>
    );
  return (
    <ConfirmAction
      label={t('switchOff')}
      icon={Power}
      title={t('switchOffTitle')}
      confirm={t('switchOff')}
      act={() => put(false)}
    >
      {t('switchOffHelp')}
    </ConfirmAction>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Undo2 } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import type { MetaApp } from '../../../data/numbers.ts';
import { connectionMessages } from './messages.ts';
import { putApp } from './put-app.ts';

interface SecretChangeUnderWayProps {
  app: MetaApp;
  since: string;
}

/** Two secrets are accepted: on to the new one, or back to the old. */
export function SecretChangeUnderWay({ app: { appId }, since }: SecretChangeUnderWayProps) {
  const t = useT(connectionMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const cancel = useMutation({
    mutationFn: () => api.numbers.cancelSecretChange({ appId }),
    onSuccess: (app) => {
      putApp(queryClient, app);
      toast(t('secretCancelled'));
    },
    onError: (error) => toast(problems.say(error), { tone: 'bad' }),
  });
  return (
    <Banner tone="info">
      <div className="grid gap-3">
        <div className="grid gap-0.5">
          <h3 className="font-medium">{t.rich('secretBegun', { when: <Time at={since} as="dayTime" /> })}</h3>
          <p className="max-w-(--measure) text-ink">{t('secretBegunHelp')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ConfirmAction
            icon={Check}
            label={t('secretFinish')}
            title={t('secretFinishTitle')}
            confirm={t('secretFinish')}
            act={async () => {
              putApp(queryClient, await api.numbers.finishSecretChange({ appId }));
              toast(t('secretFinished'), { tone: 'good' });
            }}
          >
            <p>{t('secretFinishHelp')}</p>
          </ConfirmAction>
          <Button tone="quiet" icon={Undo2} busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('secretCancel')}
          </Button>
        </div>
      </div>
    </Banner>
  );
}

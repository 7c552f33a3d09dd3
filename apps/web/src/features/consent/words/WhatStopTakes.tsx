import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { RadioGroup } from '../../../ui/fields/RadioGroup.tsx';
import { wishMessages } from './messages.ts';
import { settingsQuery, type OptOutSettings } from './queries.ts';

interface WhatStopTakesProps {
  settings: OptOutSettings;
  mayManage: boolean;
}

export function WhatStopTakes({ settings, mayManage }: WhatStopTakesProps) {
  const t = useT(wishMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const change = useMutation({
    mutationFn: (what: string) =>
      api.optOut.updateSettings({ stops: what === 'all' ? ['promotions', 'orders'] : ['promotions'] }),
    onSuccess: (now) => {
      queryClient.setQueryData(settingsQuery.queryKey, now);
      toast(t('saved'), { tone: 'good' });
    },
    onError: (error) => toast(problems.say(error), { tone: 'bad' }),
  });
  return (
    <Card title={t('stopsTitle')}>
      <RadioGroup
        label={t('stopsTitle')}
        value={settings.stops.includes('orders') ? 'all' : 'offers'}
        onChange={(what) => change.mutate(what)}
        choices={[
          { value: 'all', label: t('stopsAll'), help: t('stopsAllHelp'), disabled: !mayManage },
          { value: 'offers', label: t('stopsOffers'), help: t('stopsOffersHelp'), disabled: !mayManage },
        ]}
      />
    </Card>
  );
}

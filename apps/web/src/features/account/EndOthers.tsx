import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { toast } from '../../ui/feedback/toast-store.ts';
import { ConfirmDialog } from '../../ui/overlays/ConfirmDialog.tsx';
import { devicesMessages } from './messages.ts';
import { sessionsQuery } from './sessions-query.ts';

export function EndOthers({ count }: { count: number }) {
  const t = useT(devicesMessages);
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const end = async () => {
    const { ended } = await api.account.endOtherSessions({});
    await queryClient.invalidateQueries(sessionsQuery);
    toast(t('endedOthers', { count: ended }));
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('endOthers')}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('endOthers')}
        confirm={t('endOthers')}
        onConfirm={end}
      >
        {t('endOthersHelp', { count })}
      </ConfirmDialog>
    </>
  );
}

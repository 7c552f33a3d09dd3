import { LogOut } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { goTo } from '../../../data/session.ts';
import { useOpenWorkspace } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { teamMessages } from '../messages.ts';

export function LeaveWorkspace() {
  const t = useT(teamMessages);
  const workspace = useOpenWorkspace()?.name ?? '';
  return (
    <ConfirmAction
      icon={LogOut}
      label={t('leave')}
      title={t('leaveTitle', { workspace })}
      confirm={t('leaveAct', { workspace })}
      typeName={workspace}
      act={async () => {
        await api.members.leave({});
        await goTo('/');
      }}
    >
      <p>{t('leaveHelp')}</p>
    </ConfirmAction>
  );
}

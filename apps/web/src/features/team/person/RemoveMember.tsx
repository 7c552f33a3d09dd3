import { useQuery, useQueryClient } from '@tanstack/react-query';
import { UserMinus } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { apiKeysQuery } from '../../../data/api-keys.ts';
import { membersQuery, type Member } from '../../../data/members.ts';
import { patchQuery } from '../../../data/patch-query.ts';
import { useAllows, useOpenWorkspace } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { teamMessages } from '../messages.ts';

interface RemoveMemberProps {
  member: Member;
  onGone: () => void;
}

export function RemoveMember({ member: { userId, name }, onGone }: RemoveMemberProps) {
  const t = useT(teamMessages);
  const queryClient = useQueryClient();
  const workspace = useOpenWorkspace()?.name ?? '';
  const mayReadKeys = useAllows()('api-keys.manage');
  const { data: keys = [] } = useQuery({ ...apiKeysQuery, enabled: mayReadKeys });
  const left = keys.filter((key) => key.createdBy === userId && key.revokedAt === null).length;
  return (
    <ConfirmAction
      icon={UserMinus}
      label={t('remove')}
      title={t('removeTitle', { name, workspace })}
      confirm={t('removeAct', { name })}
      act={async () => {
        await api.members.remove({ userId });
        toast(t('removed', { name }));
        onGone();
        patchQuery<Member[]>(queryClient, membersQuery, (all) => all.filter((one) => one.userId !== userId));
      }}
    >
      <p>{t('removeNow', { name })}</p>
      {left > 0 && <p className="text-warn">{t('removeKeys', { count: left })}</p>}
      <p>{t('removeKept')}</p>
      <p>{t('removeBack')}</p>
    </ConfirmAction>
  );
}

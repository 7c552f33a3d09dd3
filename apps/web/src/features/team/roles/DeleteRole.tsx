import { useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { rolesQuery, type CustomRole } from '../../../data/members.ts';
import { patchQuery } from '../../../data/patch-query.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { teamMessages } from '../messages.ts';

export function DeleteRole({ role }: { role: CustomRole }) {
  const t = useT(teamMessages);
  const queryClient = useQueryClient();
  const { roleId, name, memberCount } = role;
  if (memberCount > 0) return <HeldRole role={role} />;
  return (
    <ConfirmAction
      size="small"
      icon={Trash2}
      label={t('deleteRole')}
      title={t('deleteTitle', { name })}
      confirm={t('deleteRole')}
      act={async () => {
        await api.roles.remove({ roleId });
        toast(t('roleDeleted', { name }));
        patchQuery<CustomRole[]>(queryClient, rolesQuery, (all) =>
          all.filter((one) => one.roleId !== roleId),
        );
      }}
    >
      <p>{t('deleteHelp')}</p>
    </ConfirmAction>
  );
}

/** A role that people hold cannot go: says so before anyone tries, and leads to those people. */
function HeldRole({ role: { roleId, name, memberCount } }: { role: CustomRole }) {
  const t = useT(teamMessages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={Trash2} onClick={() => setOpen(true)}>
        {t('deleteRole')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('deleteTitle', { name })}>
        <div className="grid gap-4">
          <p className="text-ink-2">{t('deleteHeld', { count: memberCount })}</p>
          <div className="flex justify-end">
            <ButtonLink tone="primary" to="/team" search={{ role: roleId }}>
              {t('seeHolders')}
            </ButtonLink>
          </div>
        </div>
      </Dialog>
    </>
  );
}

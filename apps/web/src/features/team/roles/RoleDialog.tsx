import type { CustomRole } from '../../../data/members.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { teamMessages } from '../messages.ts';
import { teamPlaceMessages } from '../place-messages.ts';
import { RoleEditor } from './RoleEditor.tsx';

interface RoleDialogProps {
  /** "new", or the id of the role that is open. */
  edit: string | undefined;
  roles: readonly CustomRole[];
  onClose: () => void;
}

export function RoleDialog({ edit, roles, onClose }: RoleDialogProps) {
  const t = useT(teamMessages);
  const place = useT(teamPlaceMessages);
  const role = roles.find(({ roleId }) => roleId === edit);
  const gone = edit !== undefined && edit !== 'new' && !role;
  return (
    <Dialog
      open={edit !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={role ? t('editRole', { name: role.name }) : place('newRole')}
      size="medium"
    >
      {gone ? <p>{t('roleGone')}</p> : <RoleEditor key={edit} role={role} onDone={onClose} />}
    </Dialog>
  );
}

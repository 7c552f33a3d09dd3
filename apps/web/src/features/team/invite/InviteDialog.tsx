import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { teamMessages } from '../messages.ts';
import { teamPlaceMessages } from '../place-messages.ts';
import { InvitationLink, type InvitationWithLink } from './InvitationLink.tsx';
import { InviteForm } from './InviteForm.tsx';

interface InviteDialogProps {
  open: boolean;
  onClose: () => void;
}

/** Asks whom and as what; then shows the link, once. */
export function InviteDialog({ open, onClose }: InviteDialogProps) {
  const t = useT(teamMessages);
  const place = useT(teamPlaceMessages);
  const [made, setMade] = useState<InvitationWithLink>();
  const close = () => {
    setMade(undefined);
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title={made ? t('invitedTitle', { email: made.email }) : place('invite')}
    >
      {made ? (
        <InvitationLink invitation={made} onAnother={() => setMade(undefined)} onDone={close} />
      ) : (
        <InviteForm onMade={setMade} onCancel={close} />
      )}
    </Dialog>
  );
}

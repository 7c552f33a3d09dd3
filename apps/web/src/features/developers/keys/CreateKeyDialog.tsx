import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { developerMessages } from '../messages.ts';
import { developerPlaceMessages } from '../place-messages.ts';
import { CreateKeyForm } from './CreateKeyForm.tsx';
import { NewKey } from './NewKey.tsx';
import type { CreatedKey } from './use-key-form.ts';

interface CreateKeyDialogProps {
  open: boolean;
  onClose: () => void;
}

export function CreateKeyDialog({ open, onClose }: CreateKeyDialogProps) {
  const t = useT(developerMessages);
  const place = useT(developerPlaceMessages);
  const [made, setMade] = useState<CreatedKey>();
  const close = () => {
    setMade(undefined);
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title={made ? t('madeTitle', { name: made.name }) : place('newKey')}
      size="medium"
    >
      {made ? <NewKey apiKey={made} onDone={close} /> : <CreateKeyForm onMade={setMade} onCancel={close} />}
    </Dialog>
  );
}

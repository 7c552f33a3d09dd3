import { passkeys, type Passkey } from '../../data/sign-in.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { securityMessages } from './messages.ts';
import { PasskeyNameForm } from './PasskeyNameForm.tsx';

interface RenamePasskeyDialogProps {
  passkey: Passkey;
  onClose: () => void;
}

export function RenamePasskeyDialog({ passkey, onClose }: RenamePasskeyDialogProps) {
  const t = useT(securityMessages);
  const problems = useProblems();
  const save = async (name: string) => {
    try {
      await passkeys.rename(passkey.id, name);
    } catch (error) {
      return problems.refusal(error);
    }
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('renameTitle')}>
      <PasskeyNameForm name={passkey.name ?? ''} label={t('rename')} save={save} onClose={onClose} />
    </Dialog>
  );
}

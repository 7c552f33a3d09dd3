import { ApiProblem } from '../../data/api.ts';
import { passkeys } from '../../data/sign-in.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { toast } from '../../ui/feedback/toast-store.ts';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { securityMessages } from './messages.ts';
import { PasskeyNameForm } from './PasskeyNameForm.tsx';

export function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const t = useT(securityMessages);
  const problems = useProblems();
  const add = async (name: string) => {
    try {
      await passkeys.add(name);
      toast(t('passkeyAdded'));
    } catch (error) {
      // The browser's own refusals: cancelled, timed out, or made on this device before.
      if (!(error instanceof ApiProblem)) {
        const there = (error as Error).name === 'InvalidStateError';
        return { problems: {}, message: t(there ? 'passkeyThere' : 'passkeyStopped') };
      }
      if (error.code === 'forbidden') return { problems: {}, message: t('passkeyStale') };
      return problems.refusal(error);
    }
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('addPasskey')} description={t('passkeysHelp')}>
      <PasskeyNameForm name="" label={t('continue')} save={add} onClose={onClose} />
    </Dialog>
  );
}

import { useMutation } from '@tanstack/react-query';
import { goTo } from '../../data/session.ts';
import { signIn } from '../../data/sign-in.ts';
import { useT } from '../../i18n/use-t.ts';
import { toast } from '../../ui/feedback/toast-store.ts';
import { accountPlaceMessages } from './place-messages.ts';

export function useSignOut(): () => void {
  const t = useT(accountPlaceMessages);
  const { mutate } = useMutation({
    mutationFn: () => signIn.out(),
    onSuccess: () => goTo('/sign-in'),
    onError: () => toast(t('signOutFailed'), { tone: 'bad' }),
  });
  return mutate;
}

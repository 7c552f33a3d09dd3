import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../data/api.ts';
import { findAccount, type Account } from '../../data/session.ts';

type Invitation = Awaited<ReturnType<typeof api.joining.preview>>;

export interface Opened {
  invitation: Invitation;
  /** Who is signed in in this browser, if anyone. */
  account: Account | null;
}

export function useInvitation(token: string) {
  const queryClient = useQueryClient();
  return useQuery<Opened>({
    queryKey: ['invitation', token],
    enabled: token !== '',
    staleTime: Infinity,
    queryFn: async () => {
      const [invitation, account] = await Promise.all([
        api.joining.preview({ token }),
        findAccount(queryClient),
      ]);
      return { invitation, account };
    },
  });
}

import { useQuery } from '@tanstack/react-query';
import { membersQuery } from '../../../data/members.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { deliveryMessages } from '../messages.ts';

/** Who did it, by name: the server says `user:…` or `key:…`. */
export function useWhoDiscarded(discardedBy: string | null): string | null {
  const t = useT(deliveryMessages);
  const enabled = useAllows()('members.read') && discardedBy !== null;
  const { data: members = [] } = useQuery({ ...membersQuery, enabled });
  if (discardedBy === null) return null;
  const [kind, id] = discardedBy.split(':');
  if (kind !== 'user') return t('program');
  return members.find(({ userId }) => userId === id)?.name ?? t('someone');
}

import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { apiKeysQuery } from '../../../data/api-keys.ts';
import { membersQuery } from '../../../data/members.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { Message } from '../queries.ts';
import { lifeMessages } from './messages.ts';

const origins = ['customer', 'agent', 'flow', 'campaign', 'api', 'app', 'meta', 'test'] as const;

/** Who asked for it, by name where it has one. */
export function useWho(): (message: Pick<Message, 'origin' | 'originId'>) => string {
  const t = useT(lifeMessages);
  const allows = useAllows();
  const { data: members } = useQuery({ ...membersQuery, enabled: allows('members.read') });
  const { data: keys } = useQuery({ ...apiKeysQuery, enabled: allows('api-keys.manage') });
  return useCallback(
    ({ origin, originId }) => {
      const named =
        members?.find(({ userId }) => userId === originId) ?? keys?.find(({ keyId }) => keyId === originId);
      const known = origins.find((one) => one === origin);
      return named?.name ?? t(known ?? 'someone');
    },
    [t, members, keys],
  );
}

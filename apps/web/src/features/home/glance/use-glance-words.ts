import { useQuery } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { apiKeysQuery } from '../../../data/api-keys.ts';
import { invitationsQuery, membersQuery } from '../../../data/members.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { Tone } from '../../../ui/feedback/tones.ts';
import { homeMessages } from '../messages.ts';
import { worksNow } from '../setup/use-setup-steps.ts';

export function useTeamWord(): string {
  const t = useT(homeMessages);
  const enabled = useAllows()('members.read');
  const { data: members, isError } = useQuery({ ...membersQuery, enabled });
  const { data: invitations = [] } = useQuery({ ...invitationsQuery, enabled });
  if (!members) return t(isError ? 'unknown' : 'loading');
  const invited = invitations.length > 0 ? [t('invited', { count: invitations.length })] : [];
  return [t('members', { count: members.length }), ...invited].join(' · ');
}

export function useKeysWord(): string {
  const t = useT(homeMessages);
  const enabled = useAllows()('api-keys.manage');
  const { data: keys, isError } = useQuery({ ...apiKeysQuery, enabled });
  if (!keys) return t(isError ? 'unknown' : 'loading');
  const count = keys.filter(worksNow).length;
  return count === 0 ? t('noKeys') : t('keysWork', { count });
}

const tones = { good: 'good', warning: 'warn', bad: 'bad' } as const;

export function useHealthWord(): { text: string; tone?: Tone } {
  const t = useT(homeMessages);
  const enabled = useAllows()('health.read');
  // A glance, not a watch: the page of its own looks every few seconds.
  const { data, isError } = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => api.health.get({}, { signal }),
    enabled,
    refetchInterval: 60_000,
  });
  if (!data) return { text: t(isError ? 'unknown' : 'loading') };
  return { text: t(data.state), tone: tones[data.state] };
}

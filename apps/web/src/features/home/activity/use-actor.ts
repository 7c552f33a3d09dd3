import { useQuery } from '@tanstack/react-query';
import { apiKeysQuery } from '../../../data/api-keys.ts';
import { membersQuery } from '../../../data/members.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { homeMessages } from '../messages.ts';
import type { ToldEvent } from './told-event.ts';

interface Actor {
  name: string;
  seed: string;
}

/** Who did it, by name: a member, a program by its key, or the product itself. */
export function useActor({ actor, type, data }: ToldEvent, names: ReadonlyMap<string, string>): Actor {
  const t = useT(homeMessages);
  const allows = useAllows();
  const { data: members = [] } = useQuery({ ...membersQuery, enabled: allows('members.read') });
  const { data: keys = [] } = useQuery({ ...apiKeysQuery, enabled: allows('api-keys.manage') });
  // Who joins is often added by someone else's hand; the line is about the one who came.
  if (type === 'member.joined') return { name: data.name, seed: data.userId };
  if (actor.kind === 'system') return { name: t('system'), seed: 'system' };
  if (actor.kind === 'key') {
    return { name: keys.find(({ keyId }) => keyId === actor.id)?.name ?? t('program'), seed: actor.id };
  }
  const member = members.find(({ userId }) => userId === actor.id);
  return { name: member?.name ?? names.get(actor.id) ?? t('someone'), seed: actor.id };
}

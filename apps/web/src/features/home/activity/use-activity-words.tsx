import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useRoleName } from '../../../data/access.ts';
import { membersQuery, rolesQuery } from '../../../data/members.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { homeMessages } from '../messages.ts';
import { settingWord } from './setting-word.ts';
import { useActor } from './use-actor.ts';
import type { ToldEvent } from './told-event.ts';

/** An event as a colleague would tell it. */
export function useActivityWords(event: ToldEvent, names: ReadonlyMap<string, string>): ReactNode {
  const t = useT(homeMessages);
  const roleName = useRoleName();
  const { language } = useLocale();
  const enabled = useAllows()('members.read');
  const { data: members = [] } = useQuery({ ...membersQuery, enabled });
  const { data: roles = [] } = useQuery({ ...rolesQuery, enabled });
  const who = <strong className="font-medium text-ink">{useActor(event, names).name}</strong>;
  const bold = (text: string) => <strong className="font-medium text-ink">{text}</strong>;
  const memberName = (userId: string) =>
    members.find((one) => one.userId === userId)?.name ?? names.get(userId) ?? t('someone');
  const named = ({ role, roleId }: { role: string; roleId: string | null }) =>
    roleName({ role, roleName: roles.find((one) => one.roleId === roleId)?.name ?? null });
  const { type, data } = event;
  switch (type) {
    case 'workspace.created':
      return t.rich('workspaceCreated', { who, name: bold(data.name) });
    case 'workspace.updated': {
      const list = new Intl.ListFormat(language, { type: 'conjunction' });
      const what = list.format(data.changed.map((field) => settingWord(field, t)));
      return t.rich('workspaceUpdated', { who, what });
    }
    case 'member.joined':
      return t.rich('joined', { name: bold(data.name), role: named(data) });
    case 'member.role_changed':
      return t.rich('roleChanged', { who, name: bold(memberName(data.userId)), role: named(data) });
    case 'member.renamed':
      return t.rich('renamed', { name: bold(data.name) });
    case 'member.removed':
      return event.actor.id === data.userId
        ? t.rich('left', { name: bold(data.name) })
        : t.rich('removed', { who, name: bold(data.name) });
    case 'member.invited':
      return t.rich('didInvite', { who, email: bold(data.email), role: named(data) });
    case 'invitation.withdrawn':
      return t.rich('withdrew', { who, email: bold(data.email) });
    case 'role.created':
      return t.rich('roleCreated', { who, name: bold(data.name) });
    case 'role.updated':
      return t.rich('roleUpdated', { who, name: bold(data.name) });
    case 'role.removed':
      return t.rich('roleRemoved', { who, name: bold(data.name) });
    case 'api_key.created':
      return t.rich('keyCreated', { who, name: bold(data.name) });
    case 'api_key.revoked':
      return t.rich('keyRevoked', { who, name: bold(data.name) });
    case 'sign_on.changed':
      return t.rich('signOnChanged', { who, name: bold(data.name) });
    case 'account.connected':
      return t.rich('accountConnected', { who, name: bold(data.name) });
    case 'account.changed':
      return t.rich('accountChanged', { name: bold(data.name) });
    case 'account.disconnected':
      return t.rich('accountDisconnected', { who, name: bold(data.name) });
    case 'number.connected':
      return t.rich('numberConnected', { name: bold(data.phone) });
    case 'number.changed':
      return t.rich('numberChanged', { name: bold(data.phone) });
    case 'number.disconnected':
      return t.rich('numberDisconnected', { name: bold(data.phone) });
    case 'app.secret_changed':
      return t.rich('secretChanged', { who, name: bold(data.name) });
    case 'token.expiring':
      return t.rich('tokenExpiring', { name: bold(data.name), days: data.daysLeft });
  }
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Merge } from 'lucide-react';
import { membersQuery } from '../../../data/members.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { useNow } from '../../../ui/display/clock.ts';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { BackToList } from '../list/BackToList.tsx';
import { TagBadges } from '../tags/TagBadges.tsx';
import { BlockAction } from './blocks/BlockAction.tsx';
import { profileMessages } from './messages.ts';
import { nameOfLanguage } from './facts/languages.ts';
import { conversationsQuery, type Contact } from './queries.ts';
import { useName } from './use-name.ts';

const route = getRouteApi('/shell/contacts/$contactId');

interface ContactHeaderProps {
  contact: Contact;
  mayManage: boolean;
}

export function ContactHeader({ contact, mayManage }: ContactHeaderProps) {
  const t = useT(profileMessages);
  const { name, phone } = useName()(contact);
  const { language } = useLocale();
  const mayReadMembers = useAllows()('members.read');
  const { data: members } = useQuery({ ...membersQuery, enabled: mayReadMembers });
  const owner = members?.find(({ userId }) => userId === contact.ownerId);
  const navigate = route.useNavigate();
  const openMerge = () => void navigate({ search: (now) => ({ ...now, merge: 'choose' }) });
  const calls = contact.name !== null && contact.profileName !== null && contact.profileName !== contact.name;
  return (
    <PageHeader
      title={name}
      back={<BackToList />}
      beside={
        <>
          {contact.blockedAt !== null && <Badge tone="bad">{t('blocked')}</Badge>}
          <WindowBadge contact={contact} />
          <TagBadges tagIds={contact.tags} most={4} />
        </>
      }
      description={
        <span className="flex flex-wrap gap-x-3 gap-y-0.5 tabular-nums">
          {phone && <span translate="no">{phone}</span>}
          {contact.phone === null && <span>{t('hiddenPhone')}</span>}
          {calls && <span>{t('callsThemselves', { name: contact.profileName ?? '' })}</span>}
          {contact.username && <span translate="no">@{contact.username}</span>}
          {contact.language && <span>{nameOfLanguage(contact.language, language)}</span>}
          {owner && <span>{t('ownedBy', { name: owner.name })}</span>}
        </span>
      }
      actions={
        mayManage && (
          <>
            <Button icon={Merge} onClick={openMerge}>
              <span className="max-sm:sr-only">{t('merge')}</span>
            </Button>
            <BlockAction contact={contact} />
          </>
        )
      }
    />
  );
}

/** Whether anything may be said now, or only templates. */
function WindowBadge({ contact }: { contact: Contact }) {
  const t = useT(profileMessages);
  const now = useNow();
  const enabled = useAllows()('messages.read');
  const { data } = useQuery({ ...conversationsQuery(contact.contactId), enabled });
  if (!data || data.length === 0) return null;
  const ends = data
    .flatMap(({ windowEndsAt }) => windowEndsAt ?? [])
    .toSorted()
    .at(-1);
  if (ends === undefined || new Date(ends) <= now) return <Badge>{t('windowClosed')}</Badge>;
  return <Badge tone="good">{t.rich('windowOpen', { when: <Time at={ends} /> })}</Badge>;
}

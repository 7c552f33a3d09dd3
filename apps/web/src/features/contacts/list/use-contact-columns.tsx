import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { membersQuery } from '../../../data/members.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { phoneText } from '../../../i18n/phone-text.ts';
import { Avatar } from '../../../ui/display/Avatar.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { nameOfLanguage } from '../profile/facts/languages.ts';
import { ownFieldsQuery, type FieldValue } from '../profile/queries.ts';
import { useName } from '../profile/use-name.ts';
import { ConsentBadges } from './ConsentBadges.tsx';
import { listMessages } from './messages.ts';
import type { ContactRow } from './queries.ts';
import { TagBadges } from '../tags/TagBadges.tsx';

/** The server sorts by these three; own fields stand last, and are hidden until somebody chooses them. */
export function useContactColumns(): readonly Column<ContactRow>[] {
  const t = useT(listMessages);
  const nameOf = useName();
  const { language: reader } = useLocale();
  const allows = useAllows();
  const { data: members = [] } = useQuery({ ...membersQuery, enabled: allows('members.read') });
  const { data: fields = [] } = useQuery(ownFieldsQuery);
  const maySeeConsent = allows('consent.read');
  return useMemo((): Column<ContactRow>[] => {
    const ownerOf = ({ ownerId }: ContactRow) =>
      members.find(({ userId }) => userId === ownerId)?.name ?? null;
    const languageOf = ({ language }: ContactRow) => language && nameOfLanguage(language, reader);
    const columns: (Column<ContactRow> | false)[] = [
      {
        id: 'name',
        header: t('name'),
        value: (row) => nameOf(row).name,
        cell: (row) => (
          <span className="flex min-w-0 items-center gap-2.5">
            <Avatar name={nameOf(row).name} seed={row.contactId} size="small" />
            <span className="truncate font-medium">{nameOf(row).name}</span>
          </span>
        ),
        fixed: true,
        width: 180,
        grow: 2,
        card: 'title',
      },
      {
        id: 'phone',
        header: t('phoneColumn'),
        value: ({ phone }) => phone && phoneText(phone),
        sortable: false,
        width: 142,
        card: 'line',
      },
      {
        id: 'tags',
        header: t('tags'),
        value: ({ tags }) => tags.length || null,
        cell: ({ tags }) => <TagBadges tagIds={tags} />,
        sortable: false,
        width: 150,
        card: 'line',
      },
      { id: 'city', header: t('city'), value: ({ city }) => city, sortable: false, width: 100 },
      { id: 'language', header: t('language'), value: languageOf, sortable: false, width: 100 },
      { id: 'owner', header: t('owner'), value: ownerOf, sortable: false, width: 120 },
      maySeeConsent && {
        id: 'consent',
        header: t('promotions'),
        value: ({ consent }) => consent && (consent.granted.join(' ') || consent.withdrawn.join(' ')),
        cell: ({ consent }) => <ConsentBadges consent={consent} />,
        sortable: false,
        width: 120,
        card: 'line',
      },
      {
        id: 'changed',
        header: t('changed'),
        value: ({ updatedAt }) => new Date(updatedAt),
        cell: ({ updatedAt }) => <Time at={updatedAt} />,
        width: 110,
        card: 'corner',
      },
      ...fields.map((field): Column<ContactRow> => ({
        id: `field-${field.key}`,
        header: field.name,
        value: (row) => fieldText(row.fields[field.key], t('op_yes'), t('op_no')),
        sortable: false,
        width: 120,
        card: 'hidden',
      })),
    ];
    return columns.filter((column) => column !== false);
  }, [t, nameOf, reader, members, fields, maySeeConsent]);
}

function fieldText(value: FieldValue | undefined, yes: string, no: string): string | number | null {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? yes : no;
  return Array.isArray(value) ? value.join(', ') : value;
}

import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { membersQuery } from '../../../../data/members.ts';
import { useAllows } from '../../../../data/use-workspace.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { OwnValue } from '../facts/OwnValue.tsx';
import { ownFieldsQuery, type FieldValue } from '../queries.ts';
import { mergeMessages } from './messages.ts';

const attributes = [
  'name',
  'profileName',
  'username',
  'phone',
  'userId',
  'country',
  'language',
  'timeZone',
  'blockedAt',
  'email',
  'city',
  'ownerId',
] as const;

interface Shown {
  nameOf: (name: string) => string;
  show: (name: string, value: FieldValue) => ReactNode;
}

/** Names and values of attributes and own fields, as people read them. */
export function useShownAttribute(): Shown {
  const t = useT(mergeMessages);
  const enabled = useAllows()('members.read');
  const { data: fields } = useQuery(ownFieldsQuery);
  const { data: members } = useQuery({ ...membersQuery, enabled });
  return useMemo(() => {
    const fieldOf = (name: string) => fields?.find(({ key }) => `fields.${key}` === name);
    return {
      nameOf: (name) => {
        const attribute = attributes.find((one) => one === name);
        return attribute ? t(`is_${attribute}`) : (fieldOf(name)?.name ?? name.replace(/^fields\./, ''));
      },
      show: (name, value) => {
        if (name === 'ownerId') return members?.find(({ userId }) => userId === value)?.name ?? String(value);
        return <OwnValue kind={fieldOf(name)?.kind ?? 'text'} value={value} />;
      },
    };
  }, [t, fields, members]);
}

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { membersQuery } from '../../../../data/members.ts';
import { useAllows } from '../../../../data/use-workspace.ts';
import { useT } from '../../../../i18n/use-t.ts';
import type { Option } from '../../../../ui/fields/Select.tsx';
import { ownFieldsQuery, type OwnField } from '../../profile/queries.ts';
import { usePurposeName } from '../../profile/facts/use-purpose-name.ts';
import { listMessages } from '../messages.ts';
import { tagsQuery } from '../../tags/queries.ts';

/** Something that can be asked of contacts, with how it can be asked. */
export interface Subject {
  id: string;
  label: string;
  operators: readonly string[];
  /** How the value is given; `known` offers what contacts have. */
  value: 'options' | 'known' | 'text' | 'number' | 'day' | 'time';
  options?: readonly Option[];
}

const sameness = ['is', 'is_not', 'empty', 'not_empty'];

const ofKind: Record<OwnField['kind'], Pick<Subject, 'operators' | 'value'>> = {
  text: { operators: ['contains', ...sameness], value: 'text' },
  link: { operators: ['contains', ...sameness], value: 'text' },
  number: { operators: ['more', 'less', ...sameness], value: 'number' },
  date: { operators: ['after', 'before', ...sameness], value: 'day' },
  time: { operators: ['after', 'before', ...sameness], value: 'time' },
  yes_no: { operators: ['yes', 'no', 'empty', 'not_empty'], value: 'options' },
  choice: { operators: sameness, value: 'options' },
  choices: { operators: sameness, value: 'options' },
};

/** Everything that this person may ask for, in the order in which it is offered. */
export function useSubjects(): readonly Subject[] {
  const t = useT(listMessages);
  const purposeName = usePurposeName();
  const allows = useAllows();
  const { data: tags = [] } = useQuery(tagsQuery);
  const { data: fields = [] } = useQuery(ownFieldsQuery);
  const { data: members = [] } = useQuery({ ...membersQuery, enabled: allows('members.read') });
  return useMemo(() => {
    const owners = members.map(({ userId, name }) => ({ value: userId, label: name }));
    const purposes = ['promotions', 'orders', 'service'].map((value) => ({
      value,
      label: purposeName(value),
    }));
    const known = (id: 'city' | 'language' | 'country' | 'source'): Subject => ({
      id,
      label: t(id),
      operators: [...sameness, 'contains'],
      value: 'known',
    });
    const subjects: (Subject | false)[] = [
      {
        id: 'tag',
        label: t('tag'),
        operators: ['has', 'has_not'],
        value: 'options',
        options: tags.map(({ tagId, name }) => ({ value: tagId, label: name })),
      },
      known('city'),
      known('language'),
      known('source'),
      known('country'),
      {
        id: 'owner',
        label: t('owner'),
        operators: ['is', 'is_not'],
        value: 'options',
        options: [{ value: 'nobody', label: t('nobody') }, ...owners],
      },
      allows('consent.read') && {
        id: 'consent',
        label: t('consent'),
        operators: ['granted', 'withdrawn', 'none'],
        value: 'options',
        options: purposes,
      },
      { id: 'created', label: t('created'), operators: ['after', 'before'], value: 'day' },
      allows('messages.read') && {
        id: 'last_message',
        label: t('last_message'),
        operators: ['after', 'before', 'never'],
        value: 'day',
      },
      { id: 'phone', label: t('phone'), operators: ['yes', 'no'], value: 'options' },
      { id: 'blocked', label: t('blocked'), operators: ['yes', 'no'], value: 'options' },
    ];
    const own = fields.map((field): Subject => ({
      id: `field:${field.key}`,
      label: field.name,
      ...ofKind[field.kind],
      options: field.choices.map((choice) => ({ value: choice, label: choice })),
    }));
    return [...subjects.filter((subject) => subject !== false), ...own];
  }, [t, purposeName, allows, tags, fields, members]);
}

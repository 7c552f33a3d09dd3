import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAllows } from '../../../../data/use-workspace.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { asVariableName } from '../content/edit-variables.ts';
import { attributeMessages } from '../attribute-messages.ts';
import { ownFieldsQuery } from '../queries.ts';

/** Something that is known of contacts, and how a variable of it is called. */
export interface Suggestion {
  source: string;
  name: string;
  label: string;
}

const attributes = ['name', 'city', 'phone', 'email', 'language'] as const;

export function useSuggestions(): readonly Suggestion[] {
  const t = useT(attributeMessages);
  const mayRead = useAllows()('contacts.read');
  const { data: fields } = useQuery({ ...ownFieldsQuery, enabled: mayRead });
  return useMemo(
    () => [
      ...attributes.map((name) => ({ source: `contact.${name}`, name, label: t(name) })),
      ...(fields ?? [])
        .filter(({ archivedAt }) => archivedAt === null)
        .map(({ key, name }) => ({
          source: `contact.field.${key}`,
          name: asVariableName(key),
          label: name,
        })),
    ],
    [fields, t],
  );
}

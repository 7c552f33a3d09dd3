import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { useForm, type Form } from '../../../ui/form/use-form.ts';
import { ownFieldsQuery, type OwnField } from '../profile/queries.ts';
import { fieldMessages } from './messages.ts';

export const kinds = ['text', 'number', 'date', 'time', 'yes_no', 'choice', 'choices', 'link'] as const;

type FieldValues = {
  name: string;
  kind: (typeof kinds)[number];
  /** One per line. */
  choices: string;
};

const listOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function useFieldForm(field: OwnField | undefined, onSaved: () => void): Form<FieldValues> {
  const t = useT(fieldMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const hasChoices = (kind: string): boolean => kind === 'choice' || kind === 'choices';
  return useForm<FieldValues>({
    initial: {
      name: field?.name ?? '',
      kind: field?.kind ?? 'text',
      choices: field?.choices.join('\n') ?? '',
    },
    check: ({ name, kind, choices }) => ({
      name: name.trim() === '' ? t('nameMissing') : undefined,
      choices: hasChoices(kind) && listOf(choices).length === 0 ? t('choicesMissing') : undefined,
    }),
    save: async ({ name, kind, choices }) => {
      const given = { name, ...(hasChoices(kind) && { choices: listOf(choices) }) };
      try {
        if (field) await api.contactFields.update({ fieldId: field.fieldId, ...given });
        else await api.contactFields.create({ kind, ...given });
        refetchQuery(queryClient, ownFieldsQuery);
        onSaved();
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
}

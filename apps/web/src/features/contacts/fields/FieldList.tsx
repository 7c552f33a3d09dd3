import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { ownFieldsQuery, type OwnField } from '../profile/queries.ts';
import { FieldRow } from './FieldRow.tsx';
import { fieldMessages } from './messages.ts';

interface FieldListProps {
  fields: readonly OwnField[];
  mayConfigure: boolean;
  onOpen: (fieldId: string) => void;
}

/** In the order in which contacts show them; moved by a press or a key, one place at a time. */
export function FieldList({ fields, mayConfigure, onOpen }: FieldListProps) {
  const t = useT(fieldMessages);
  const live = fields.filter(({ archivedAt }) => archivedAt === null);
  const archived = fields.filter(({ archivedAt }) => archivedAt !== null);
  const move = useMove(live, archived);
  return (
    <div className="grid gap-6">
      <ol className="divide-y divide-line rounded-lg border border-line bg-raised" aria-label={t('title')}>
        {live.map((field, place) => (
          <FieldRow
            key={field.fieldId}
            field={field}
            {...(mayConfigure && {
              onOpen: () => onOpen(field.fieldId),
              onUp: place === 0 ? undefined : () => move(place, place - 1),
              onDown: place === live.length - 1 ? undefined : () => move(place, place + 1),
            })}
          />
        ))}
      </ol>
      {archived.length > 0 && (
        <section className="grid gap-2">
          <h2 className="text-body font-semibold">{t('archived')}</h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
            {archived.map((field) => (
              <FieldRow
                key={field.fieldId}
                field={field}
                {...(mayConfigure && { onOpen: () => onOpen(field.fieldId) })}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function useMove(live: readonly OwnField[], archived: readonly OwnField[]) {
  const queryClient = useQueryClient();
  const problems = useProblems();
  const { queryKey } = ownFieldsQuery;
  return (from: number, to: number): void => {
    const next = [...live];
    next.splice(to, 0, ...next.splice(from, 1));
    queryClient.setQueryData(queryKey, [...next, ...archived]);
    api.contactFields.order({ fieldIds: next.map(({ fieldId }) => fieldId) }).catch((error: unknown) => {
      toast(problems.say(error), { tone: 'bad' });
      void queryClient.invalidateQueries({ queryKey });
    });
  };
}

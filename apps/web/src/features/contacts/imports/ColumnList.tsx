import { useQuery } from '@tanstack/react-query';
import { useAllows } from '../../../data/use-workspace.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Select } from '../../../ui/fields/Select.tsx';
import { ownFieldsQuery } from '../profile/queries.ts';
import { importMessages } from './messages.ts';
import { offeredPurposesQuery, type Import, type Plan } from './queries.ts';
import { plainTargets, targetOf, targetText } from './targets.ts';

interface ColumnListProps {
  shape: Import['shape'];
  plan: Plan;
  onChange: (columns: Plan['columns']) => void;
}

/** Each column with what is in it, and what it is. */
export function ColumnList({ shape, plan, onChange }: ColumnListProps) {
  const t = useT(importMessages);
  const options = useTargets();
  const [first = [], ...others] = shape.rows;
  const values = plan.header ? others : shape.rows;
  // Names may stand twice: a column is its place.
  const placed = plan.columns.map((target, column) => ({ target, column, id: `column ${column}` }));
  return (
    <ul className="grid divide-y divide-line">
      {placed.map(({ target, column, id }) => {
        const name = (plan.header && first[column]) || t('column', { number: column + 1 });
        const examples = values.map((row) => row[column] ?? '').filter((cell) => cell !== '');
        return (
          <li
            key={id}
            className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-center gap-x-4 gap-y-2 py-2.5 max-sm:grid-cols-1"
          >
            <span className="grid min-w-0 gap-0.5">
              <span className="truncate font-medium">{name}</span>
              <span className="truncate text-sm text-ink-2">
                {examples.length === 0
                  ? t('noValues')
                  : t('example', { values: examples.slice(0, 3).join(' · ') })}
              </span>
            </span>
            <Select
              aria-label={t('columnIs', { name })}
              options={options}
              value={targetText(target)}
              onChange={(text) =>
                onChange(plan.columns.map((each, at) => (at === column ? targetOf(text) : each)))
              }
            />
          </li>
        );
      })}
    </ul>
  );
}

function useTargets() {
  const t = useT(importMessages);
  const { language } = useLocale();
  const mayConsent = useAllows()('consent.manage');
  const { data: fields = [] } = useQuery(ownFieldsQuery);
  const { data: purposes = [] } = useQuery({ ...offeredPurposesQuery, enabled: mayConsent });
  return [
    { value: 'none', label: t('leaveOut') },
    ...plainTargets.map((kind) => ({ value: kind as string, label: t(`target_${kind}`) })),
    ...fields
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ key, name }) => ({ value: `field:${key}`, label: name })),
    ...purposes.map(({ purpose, texts }) => ({
      value: `consent:${purpose}`,
      label: t('target_consent', { purpose: (texts[language] ?? texts.en)?.name ?? purpose }),
    })),
  ];
}

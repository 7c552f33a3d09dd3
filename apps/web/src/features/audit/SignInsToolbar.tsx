import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { membersQuery } from '../../data/members.ts';
import type { useSavedViews } from '../../data/saved-views.ts';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { DateRangePicker } from '../../ui/dates/DateRangePicker.tsx';
import { choiceFromText, choiceToText } from '../../ui/dates/presets.ts';
import { Combobox } from '../../ui/fields/Combobox.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { ColumnPicker } from '../../ui/table/ColumnPicker.tsx';
import { ViewPicker } from '../../ui/table/ViewPicker.tsx';
import type { DataTableModel } from '../../ui/table/use-data-table.ts';
import { auditMessages } from './messages.ts';
import { outcomes, usualDays, type AuditSearch, type Outcome } from './search.ts';
import type { SignIn } from './sign-ins-query.ts';

const route = getRouteApi('/shell/audit');

interface SignInsToolbarProps {
  model: DataTableModel<SignIn>;
  views: ReturnType<typeof useSavedViews>;
}

/** Whose, how it went, when: each choice stands in the address. */
export function SignInsToolbar({ model, views }: SignInsToolbarProps) {
  const t = useT(auditMessages);
  const { person = '', outcome, days } = route.useSearch();
  const navigate = route.useNavigate();
  const mayReadMembers = useAllows()('members.read');
  const { data: members = [] } = useQuery({ ...membersQuery, enabled: mayReadMembers });
  const people = members
    .map(({ userId, name }) => ({ value: userId, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const change = (next: AuditSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  return (
    <>
      <DateRangePicker
        label={t('days')}
        value={choiceFromText(days, usualDays)}
        onChange={(choice) => change({ days: choiceToText(choice) })}
      />
      <span className="w-56 max-sm:min-w-36 max-sm:flex-1">
        <Combobox
          label={t('person')}
          options={[{ value: '', label: t('anyone') }, ...people]}
          value={person}
          onChange={(userId) => change({ person: userId === '' ? undefined : userId })}
        />
      </span>
      <Select<Outcome | ''>
        aria-label={t('outcome')}
        options={[
          { value: '', label: t('anyOutcome') },
          ...outcomes.map((value) => ({ value, label: t(value) })),
        ]}
        value={outcome ?? ''}
        onChange={(value) => change({ outcome: value === '' ? undefined : value })}
        className="w-48 max-sm:min-w-36 max-sm:flex-1"
      />
      <span className="flex-1 max-sm:hidden" />
      <ViewPicker
        view={model.view}
        saved={views.saved}
        onPick={model.setView}
        onSave={(name) => void views.save(name, model.view)}
        onRemove={(id) => void views.remove(id)}
      />
      <span className="max-sm:hidden">
        <ColumnPicker model={model} />
      </span>
    </>
  );
}

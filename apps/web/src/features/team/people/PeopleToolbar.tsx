import { getRouteApi } from '@tanstack/react-router';
import { Search, X } from 'lucide-react';
import type { useSavedViews } from '../../../data/saved-views.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { Segmented } from '../../../ui/fields/Segmented.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { ColumnPicker } from '../../../ui/table/ColumnPicker.tsx';
import { ViewPicker } from '../../../ui/table/ViewPicker.tsx';
import type { DataTableModel } from '../../../ui/table/use-data-table.ts';
import { teamMessages } from '../messages.ts';
import type { Person } from '../people.ts';
import type { Show } from '../search.ts';
import { useRoleTitle } from './use-role-title.ts';

const route = getRouteApi('/shell/team');

interface PeopleToolbarProps {
  model: DataTableModel<Person>;
  views: ReturnType<typeof useSavedViews>;
  /** Only one person is here at all. */
  alone: boolean;
}

export function PeopleToolbar({ model, views, alone }: PeopleToolbarProps) {
  const t = useT(teamMessages);
  const { q = '', show, role } = route.useSearch();
  const roleTitle = useRoleTitle(role);
  const navigate = route.useNavigate();
  const choices: { value: Show; label: string }[] = [
    { value: 'everyone', label: t('everyone') },
    { value: 'members', label: t('justMembers') },
    { value: 'invited', label: t('justInvited') },
  ];
  const change = (next: {
    q?: string | undefined;
    show?: 'members' | 'invited' | undefined;
    role?: undefined;
  }) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  return (
    <>
      {alone && (
        <div className="w-full">
          <Banner tone="info">{t('alone')}</Banner>
        </div>
      )}
      <TextField
        type="search"
        icon={Search}
        aria-label={t('search')}
        placeholder={t('search')}
        value={q}
        onChange={(text) => change({ q: text === '' ? undefined : text })}
        className="w-64 max-lg:w-44 max-sm:w-full"
      />
      <Segmented
        label={t('show')}
        choices={choices}
        value={show ?? 'everyone'}
        onChange={(value) => change({ show: value === 'everyone' ? undefined : value })}
      />
      {role !== undefined && (
        <Button icon={X} onClick={() => change({ role: undefined })}>
          {t('withRole', { role: roleTitle })}
        </Button>
      )}
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

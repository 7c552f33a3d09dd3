import { getRouteApi } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { useSavedViews } from '../../../data/saved-views.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { ColumnPicker } from '../../../ui/table/ColumnPicker.tsx';
import type { DataTableModel } from '../../../ui/table/use-data-table.ts';
import { ViewPicker } from '../../../ui/table/ViewPicker.tsx';
import { templateMessages } from '../messages.ts';
import type { Listed } from '../queries.ts';
import { categories, standings, type Category, type Standing, type TemplatesSearch } from '../search.ts';
import { statusMessages } from '../status-messages.ts';

const route = getRouteApi('/shell/templates');

interface TemplatesToolbarProps {
  model: DataTableModel<Listed>;
  views: ReturnType<typeof useSavedViews>;
}

/** What is looked for; each choice stands in the address. */
export function TemplatesToolbar({ model, views }: TemplatesToolbarProps) {
  const t = useT(templateMessages);
  const say = useT(statusMessages);
  const { standing, category, retired, search = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: { [Name in keyof TemplatesSearch]: TemplatesSearch[Name] | undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const shown = retired ? 'retired' : (standing ?? '');
  return (
    <>
      <SearchField value={search} onSearch={(text) => change({ search: text === '' ? undefined : text })} />
      <Select<Standing | 'retired' | ''>
        aria-label={t('standing')}
        options={[
          { value: '', label: t('anyStanding') },
          ...standings.map((value) => ({ value, label: say(`standing_${value}`) })),
          { value: 'retired', label: t('retired') },
        ]}
        value={shown}
        onChange={(value) =>
          change({
            standing: value === '' || value === 'retired' ? undefined : value,
            retired: value === 'retired' ? true : undefined,
          })
        }
        className="w-52 max-sm:min-w-36 max-sm:flex-1"
      />
      <Select<Category | ''>
        aria-label={t('category')}
        options={[
          { value: '', label: t('anyCategory') },
          ...categories.map((value) => ({ value, label: say(value) })),
        ]}
        value={category ?? ''}
        onChange={(value) => change({ category: value === '' ? undefined : value })}
        className="w-44 max-sm:min-w-36 max-sm:flex-1"
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

const pause = 250;

function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const t = useT(templateMessages);
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => onSearch(typed.trim()), pause);
    return () => clearTimeout(timer);
  });
  return (
    <TextField
      icon={Search}
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      value={typed}
      onChange={setTyped}
      className="w-60 max-sm:w-full"
    />
  );
}

import { getRouteApi } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSavedViews } from '../../../data/saved-views.ts';
import { useT } from '../../../i18n/use-t.ts';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { ColumnPicker } from '../../../ui/table/ColumnPicker.tsx';
import type { DataTableModel } from '../../../ui/table/use-data-table.ts';
import { ViewPicker } from '../../../ui/table/ViewPicker.tsx';
import { FilterButton } from './filter/FilterButton.tsx';
import { linesToText } from './filter/filter-text.ts';
import { listMessages } from './messages.ts';
import type { ContactRow } from './queries.ts';
import { useAsked } from './use-asked.ts';

const route = getRouteApi('/shell/contacts');
const pause = 200;

export function ContactsToolbar({ model }: { model: DataTableModel<ContactRow> }) {
  const t = useT(listMessages);
  const { search = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const { lines } = useAsked();
  const views = useSavedViews('contacts');
  const [typed, setTyped] = useState(search);
  useEffect(() => {
    const text = typed.trim().slice(0, 200);
    if (text === search) return;
    const timer = setTimeout(
      () => void navigate({ search: (now) => ({ ...now, search: text || undefined }), replace: true }),
      pause,
    );
    return () => clearTimeout(timer);
  }, [typed, search, navigate]);
  return (
    <>
      <TextField
        type="search"
        icon={Search}
        aria-label={t('search')}
        placeholder={t('searchHint')}
        value={typed}
        onChange={setTyped}
        maxLength={200}
        className="w-72 max-sm:w-full"
      />
      <FilterButton
        lines={lines}
        onChange={(next) =>
          void navigate({ search: (now) => ({ ...now, filter: linesToText(next) }), replace: true })
        }
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

import { getRouteApi } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useSavedViews } from '../../../data/saved-views.ts';
import { useT } from '../../../i18n/use-t.ts';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { ColumnPicker } from '../../../ui/table/ColumnPicker.tsx';
import { viewToText } from '../../../ui/table/table-view.ts';
import type { DataTableModel } from '../../../ui/table/use-data-table.ts';
import { ViewPicker } from '../../../ui/table/ViewPicker.tsx';
import { ExportDialog } from '../imports/ExportDialog.tsx';
import { FilterButton } from './filter/FilterButton.tsx';
import { linesToText } from './filter/filter-text.ts';
import { listMessages } from './messages.ts';
import type { ContactRow } from './queries.ts';
import { readListSearch } from './search.ts';
import { useAsked } from './use-asked.ts';

const route = getRouteApi('/shell/contacts');
const pause = 200;

export function ContactsToolbar({ model }: { model: DataTableModel<ContactRow> }) {
  const t = useT(listMessages);
  const { filter } = route.useSearch();
  const navigate = route.useNavigate();
  const { lines, asked } = useAsked();
  const mayExport = useAllows()('contacts.export');
  const views = useSavedViews('contacts');
  const [typed, setTyped, search] = useTypedSearch();
  const narrowed = { ...(search ? { search } : {}), ...(filter ? { filter } : {}) };
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
        view={{ ...model.view, narrowed }}
        saved={views.saved}
        onPick={(view) =>
          void navigate({ search: readListSearch({ ...view.narrowed, view: viewToText(view) }) })
        }
        onSave={(name) => void views.save(name, { ...model.view, narrowed })}
        onRemove={(id) => void views.remove(id)}
      />
      <span className="max-sm:hidden">
        <ColumnPicker model={model} />
      </span>
      {mayExport && <ExportDialog selection={{ everybody: asked }} />}
    </>
  );
}

/** What is typed goes into the address after a pause, and what stands in the address into the box, whoever put it there. */
function useTypedSearch(): [string, (text: string) => void, string] {
  const { search = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(search);
  const sent = useRef(search);
  useEffect(() => {
    if (sent.current !== search) setTyped(search);
    sent.current = search;
  }, [search]);
  useEffect(() => {
    const text = typed.trim().slice(0, 200);
    if (text === search || sent.current !== search) return;
    const timer = setTimeout(() => {
      sent.current = text;
      void navigate({ search: (now) => ({ ...now, search: text || undefined }), replace: true });
    }, pause);
    return () => clearTimeout(timer);
  }, [typed, search, navigate]);
  return [typed, setTyped, search];
}

import { Archive, Search, Tag, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../src/ui/actions/Button.tsx';
import { Amount } from '../../src/ui/display/Amount.tsx';
import { Avatar } from '../../src/ui/display/Avatar.tsx';
import { StatusDot } from '../../src/ui/display/StatusDot.tsx';
import { Tags } from '../../src/ui/display/Tags.tsx';
import { Time } from '../../src/ui/display/Time.tsx';
import { EmptyState } from '../../src/ui/feedback/EmptyState.tsx';
import { toast } from '../../src/ui/feedback/toast-store.ts';
import { TextField } from '../../src/ui/fields/TextField.tsx';
import type { Column } from '../../src/ui/table/column.ts';
import { ColumnPicker } from '../../src/ui/table/ColumnPicker.tsx';
import { DataTable } from '../../src/ui/table/DataTable.tsx';
import type { TableSource } from '../../src/ui/table/table-source.ts';
import { useDataTable, type DataTableModel } from '../../src/ui/table/use-data-table.ts';
import { useStoredView } from '../../src/ui/table/use-stored-view.ts';
import { ViewPicker } from '../../src/ui/table/ViewPicker.tsx';
import { people, type Person } from '../people.ts';

const states = {
  subscribed: ['good', 'Subscribed'],
  paused: ['warn', 'Paused'],
  left: ['neutral', 'Left'],
} as const;

const columns: Column<Person>[] = [
  {
    id: 'name',
    header: 'Name',
    value: (row) => row.name || null,
    fixed: true,
    width: 220,
    grow: 2,
    card: 'title',
    cell: (row) => <Name row={row} />,
  },
  {
    id: 'state',
    header: 'Marketing',
    value: (row) => row.state,
    width: 128,
    card: 'corner',
    cell: (row) => <StatusDot tone={states[row.state][0]} label={states[row.state][1]} />,
  },
  { id: 'city', header: 'City', value: (row) => row.city },
  { id: 'language', header: 'Language', value: (row) => row.language, card: 'hidden' },
  {
    id: 'tags',
    header: 'Tags',
    value: (row) => row.tags.join(', '),
    sortable: false,
    width: 180,
    cell: (row) => <Tags tags={row.tags.map((name) => ({ name, color: 'teal' }))} />,
  },
  {
    id: 'spent',
    header: 'Spent',
    value: (row) => row.spent,
    align: 'end',
    cell: (row) => <Amount value={row.spent} currency="INR" />,
  },
  {
    id: 'seen',
    header: 'Last seen',
    value: (row) => new Date(row.seen),
    align: 'end',
    cell: (row) => <Time at={row.seen} />,
  },
];

function Name({ row }: { row: Person }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={row.name} seed={row.id} size="small" />
      <span className={row.name ? 'truncate font-medium' : 'truncate text-ink-2'}>
        {row.name || '+91 98200 12345'}
      </span>
    </span>
  );
}

function Bulk({ model }: { model: DataTableModel<Person> }) {
  const archive = () => {
    toast(`${model.selected.length} archived`, { undo: () => {} });
    model.clearSelection();
  };
  return (
    <>
      <Button size="small" icon={Tag}>
        Tag
      </Button>
      <Button size="small" icon={Archive} onClick={archive}>
        Archive
      </Button>
    </>
  );
}

function Contacts({ count, source }: { count: number; source?: TableSource }) {
  const all = useMemo(() => people(count), [count]);
  const [text, setText] = useState('');
  const rows = useMemo(
    () => all.filter((row) => row.name.toLowerCase().includes(text.toLowerCase())),
    [all, text],
  );
  const views = useStoredView('gallery');
  const model = useDataTable({
    rows,
    columns,
    rowId: (row) => row.id,
    view: views.view,
    onViewChange: views.setView,
    selectable: true,
  });
  return (
    <div className="flex h-[calc(100dvh-3rem)] min-h-96 flex-col">
      <DataTable
        model={model}
        label="Contacts"
        source={source ?? { state: 'ready' }}
        onOpen={(row) => toast(`Opened ${row.name}`)}
        empty={
          <EmptyState
            icon={Users}
            title="No contacts yet"
            action={<Button tone="primary">Import a list</Button>}
          >
            Bring a CSV, or connect a number and people will appear as they write.
          </EmptyState>
        }
        toolbar={
          <>
            <TextField
              icon={Search}
              aria-label="Search people"
              placeholder="Search people"
              value={text}
              onChange={setText}
              className="w-64 max-sm:w-full"
            />
            <ViewPicker
              view={views.view}
              saved={views.saved}
              onPick={views.setView}
              onSave={views.save}
              onRemove={views.remove}
            />
            <span className="flex-1" />
            <ColumnPicker model={model} />
          </>
        }
        bulk={<Bulk model={model} />}
      />
    </div>
  );
}

export const stories = {
  full: () => <Contacts count={18} />,
  many: () => <Contacts count={10_000} />,
  more: () => (
    <Contacts count={40} source={{ state: 'ready', total: 1204, more: { loading: false, load: () => {} } }} />
  ),
  loading: () => <Contacts count={0} source={{ state: 'loading' }} />,
  empty: () => <Contacts count={0} />,
  failed: () => <Contacts count={0} source={{ state: 'failed', retry: () => {} }} />,
};

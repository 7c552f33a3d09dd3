import { Columns3 } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../actions/Button.tsx';
import { Checkbox } from '../fields/Checkbox.tsx';
import { uiMessages } from '../messages.ts';
import { Popover } from '../overlays/Popover.tsx';
import { toggleColumn } from './table-view.ts';
import type { DataTableModel } from './use-data-table.ts';

export function ColumnPicker<Data extends object>({ model }: { model: DataTableModel<Data> }) {
  const t = useT(uiMessages);
  const choosable = model.allColumns.filter((column) => !column.fixed);
  return (
    <Popover label={t('columns')} align="end" trigger={<Button icon={Columns3}>{t('columns')}</Button>}>
      <fieldset className="grid gap-2.5">
        <legend className="sr-only">{t('columns')}</legend>
        {choosable.map((column) => (
          <Checkbox
            key={column.id}
            label={column.header}
            checked={!model.view.hidden.includes(column.id)}
            onChange={() => model.setView(toggleColumn(model.view, column.id))}
          />
        ))}
      </fieldset>
    </Popover>
  );
}

import { Bookmark, Check, X } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../actions/Button.tsx';
import { IconButton } from '../actions/IconButton.tsx';
import { TextField } from '../fields/TextField.tsx';
import { uiMessages } from '../messages.ts';
import { Popover } from '../overlays/Popover.tsx';
import { sameView, type SavedView, type TableView } from './table-view.ts';

interface ViewPickerProps {
  view: TableView;
  saved: readonly SavedView[];
  onPick: (view: TableView) => void;
  onSave: (name: string) => void;
  onRemove: (id: string) => void;
}

/** Views people named: pick one, name the present one, drop one. Where they are kept is the page's affair. */
export function ViewPicker({ view, saved, onPick, onSave, onRemove }: ViewPickerProps) {
  const t = useT(uiMessages);
  const [name, setName] = useState('');
  const current = saved.find((one) => sameView(one.view, view));
  return (
    <Popover
      label={t('views')}
      className="w-72"
      trigger={<Button icon={Bookmark}>{current?.name ?? t('views')}</Button>}
    >
      <div className="grid gap-3">
        {saved.length > 0 && (
          <ul className="grid gap-0.5">
            {saved.map((one) => (
              <li key={one.id} className="flex items-center gap-1">
                <button
                  type="button"
                  onClick={() => onPick(one.view)}
                  className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-sm px-2 text-start hover:bg-hover"
                >
                  <Check
                    aria-hidden
                    className={
                      one === current ? 'size-4 shrink-0 text-accent-ink' : 'invisible size-4 shrink-0'
                    }
                  />
                  <span className="truncate">{one.name}</span>
                </button>
                <IconButton
                  size="small"
                  icon={X}
                  label={t('deleteView', { name: one.name })}
                  onClick={() => onRemove(one.id)}
                />
              </li>
            ))}
          </ul>
        )}
        <form
          className="flex gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            onSave(name.trim());
            setName('');
          }}
        >
          <TextField
            aria-label={t('viewName')}
            placeholder={t('viewName')}
            value={name}
            onChange={setName}
            className="flex-1"
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {t('save')}
          </Button>
        </form>
      </div>
    </Popover>
  );
}

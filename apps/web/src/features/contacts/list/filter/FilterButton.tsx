import { ListFilter, Plus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Segmented } from '../../../../ui/fields/Segmented.tsx';
import { Dialog } from '../../../../ui/overlays/Dialog.tsx';
import { listMessages } from '../messages.ts';
import { FilterLine } from './FilterLine.tsx';
import { mostLines, noLines, type Line, type Lines } from './filter-text.ts';
import { useSubjects } from './use-subjects.ts';

interface FilterButtonProps {
  lines: Lines;
  onChange: (lines: Lines) => void;
}

/** The list behind follows each choice at once. */
export function FilterButton({ lines: { match, lines }, onChange }: FilterButtonProps) {
  const t = useT(listMessages);
  const [open, setOpen] = useState(false);
  const subjects = useSubjects();
  const [first] = subjects;
  const fresh: Line = { subject: first?.id ?? 'tag', op: first?.operators[0] ?? 'has', value: '' };
  const change = (next: readonly Line[]) => onChange({ match, lines: next });
  const show = () => {
    if (lines.length === 0) change([fresh]);
    setOpen(true);
  };
  return (
    <>
      <Button icon={ListFilter} onClick={show}>
        {lines.length === 0 ? t('filter') : t('filters', { count: lines.length })}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('filterTitle')} size="large">
        <div className="grid gap-3">
          {lines.length > 1 && (
            <Segmented
              label={t('match')}
              choices={[
                { value: 'all', label: t('matchAll') },
                { value: 'any', label: t('matchAny') },
              ]}
              value={match}
              onChange={(next) => onChange({ match: next, lines })}
            />
          )}
          <ul className="grid gap-3">
            {placed(lines).map(({ line, at, name }) => (
              <FilterLine
                key={name}
                line={line}
                subjects={subjects}
                onChange={(next) => change(lines.with(at, next))}
                onRemove={() => change(lines.toSpliced(at, 1))}
              />
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            <Button
              icon={Plus}
              disabled={lines.length >= mostLines}
              onClick={() => change([...lines, fresh])}
            >
              {t('addCondition')}
            </Button>
            <span className="flex-1" />
            {lines.length > 0 && <Button onClick={() => onChange(noLines)}>{t('clearFilter')}</Button>}
            <Button tone="primary" onClick={() => setOpen(false)}>
              {t('show')}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

/** A line is what stands at its place: it has no identity of its own, and keeps the keyboard when its subject changes. */
const placed = (lines: readonly Line[]) => lines.map((line, at) => ({ line, at, name: `line ${at}` }));

import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { deliveryMessages } from '../messages.ts';

interface SearchInTextProps {
  wanted: string;
  onChange: (wanted: string) => void;
  at: number;
  count: number;
  /** To the next place, or back to the one before. */
  step: (by: 1 | -1) => void;
}

/** Enter goes on, Shift and Enter go back, as in a browser's own search. */
export function SearchInText({ wanted, onChange, at, count, step }: SearchInTextProps) {
  const t = useT(deliveryMessages);
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  };
  return (
    <div className="flex min-w-0 flex-[1_1_14rem] items-center gap-1">
      <TextField
        icon={Search}
        aria-label={t('search')}
        placeholder={t('search')}
        value={wanted}
        onChange={onChange}
        onKeyDown={keys}
        autoComplete="off"
        spellCheck={false}
        className="max-w-72 min-w-0 flex-1"
      />
      {wanted !== '' && (
        <>
          <output className="ps-1 text-sm whitespace-nowrap text-ink-2 tabular-nums">
            {count === 0 ? t('matchNone') : t('matches', { at: at + 1, count })}
          </output>
          <IconButton icon={ChevronUp} size="small" label={t('previousMatch')} onClick={() => step(-1)} />
          <IconButton icon={ChevronDown} size="small" label={t('nextMatch')} onClick={() => step(1)} />
        </>
      )}
    </div>
  );
}

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../actions/IconButton.tsx';
import { uiMessages } from '../messages.ts';

interface BulkBarProps {
  count: number;
  onClear: () => void;
  children: ReactNode;
}

/** Floats over the table's foot while something is selected. */
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  const t = useT(uiMessages);
  return (
    <div
      role="toolbar"
      aria-label={t('selected', { count })}
      className="absolute inset-x-2 bottom-12 z-20 mx-auto flex w-fit max-w-[calc(100%-1rem)] animate-lift flex-wrap items-center gap-1.5 rounded-lg bg-raised py-1.5 px-1.5 shadow-modal"
    >
      <IconButton icon={X} size="small" label={t('clearSelection')} onClick={onClear} />
      <span aria-live="polite" className="pe-3 font-medium whitespace-nowrap">
        {t('selected', { count })}
      </span>
      {children}
    </div>
  );
}

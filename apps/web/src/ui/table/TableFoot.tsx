import { useT } from '../../i18n/use-t.ts';
import { Button } from '../actions/Button.tsx';
import { uiMessages } from '../messages.ts';
import type { TableSource } from './table-source.ts';

interface TableFootProps {
  shown: number;
  total: number | undefined;
  more: TableSource['more'];
}

export function TableFoot({ shown, total, more }: TableFootProps) {
  const t = useT(uiMessages);
  const all = total ?? (more ? undefined : shown);
  return (
    <div className="flex h-9 shrink-0 items-center justify-between gap-3 border-t border-line ps-5 pe-3 text-sm text-ink-2">
      <output>
        {all === undefined || all > shown
          ? t('loaded', { done: shown, total: all ?? '…' })
          : t('allShown', { count: all })}
      </output>
      {more && (
        <Button tone="quiet" size="small" busy={more.loading} onClick={more.load}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

import { CloudOff, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../actions/Button.tsx';
import { uiMessages } from '../messages.ts';

interface ErrorStateProps {
  /** What failed, in the words of the page: "The members did not load". */
  title?: string;
  /** What was kept, and what to do. */
  children?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  /** The request id a supporter can look up. */
  reference?: string | undefined;
  action?: ReactNode;
}

export function ErrorState({
  title,
  children,
  onRetry,
  retrying = false,
  reference,
  action,
}: ErrorStateProps) {
  const t = useT(uiMessages);
  return (
    <div
      role="alert"
      className="mx-auto grid w-full max-w-md justify-items-center gap-4 px-4 py-12 text-center"
    >
      <span className="grid size-11 place-items-center rounded-lg bg-bad-soft text-bad">
        <CloudOff aria-hidden className="size-5" />
      </span>
      <div className="grid gap-1.5">
        <h2 className="text-xl font-semibold text-balance">{title ?? t('failed')}</h2>
        <div className="text-body text-pretty text-ink-2">{children ?? t('failedKept')}</div>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        {onRetry && (
          <Button icon={RotateCw} busy={retrying} onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
        {action}
      </div>
      {reference && <p className="text-sm text-ink-3">{t('reference', { id: reference })}</p>}
    </div>
  );
}

import type { ErrorComponentProps } from '@tanstack/react-router';
import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/actions/Button.tsx';
import { ErrorState } from '../ui/feedback/ErrorState.tsx';
import { shellMessages } from './messages.ts';

/** A page that threw: the shell around it lives on. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const t = useT(shellMessages);
  return (
    <>
      <ErrorState
        title={t('pageFailed')}
        onRetry={reset}
        action={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
      >
        {t('pageFailedHelp')}
      </ErrorState>
      <pre className="mx-auto max-w-md overflow-x-auto px-4 pb-12 text-center font-mono text-sm whitespace-pre-wrap text-ink-3">
        {error instanceof Error ? error.message : String(error)}
      </pre>
    </>
  );
}

import { useBlocker } from '@tanstack/react-router';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { settingsMessages } from '../messages.ts';

/** Asks before a page with unsaved changes is left; they are kept for the way back all the same. */
export function LeaveGuard({ active }: { active: boolean }) {
  const t = useT(settingsMessages);
  const { status, proceed, reset } = useBlocker({
    // A dialog over the same page is no leaving.
    shouldBlockFn: ({ current, next }) => active && current.pathname !== next.pathname,
    enableBeforeUnload: active,
    withResolver: true,
  });
  return (
    <Dialog
      open={status === 'blocked'}
      onOpenChange={(open) => !open && reset?.()}
      title={t('leaveTitle')}
      description={t('leaveHelp')}
    >
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={proceed}>{t('leave')}</Button>
        <Button tone="primary" onClick={reset}>
          {t('stay')}
        </Button>
      </div>
    </Dialog>
  );
}

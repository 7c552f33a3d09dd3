import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { classes } from '../classes.ts';
import { uiMessages } from '../messages.ts';
import { useDialogFocus } from './use-dialog-focus.ts';
import { WhenGone } from './WhenGone.tsx';

interface DrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: ReactNode;
  side?: 'start' | 'end';
  /** Stays at the bottom while the content scrolls. */
  footer?: ReactNode;
}

/** A look at one thing without leaving the list. Full width on a phone. */
export function Drawer({ open, onOpenChange, title, children, side = 'end', footer }: DrawerProps) {
  const t = useT(uiMessages);
  const { onGone, ...focus } = useDialogFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-fade bg-backdrop" />
        <Radix.Content
          aria-describedby={undefined}
          {...focus}
          className={classes(
            'fixed inset-y-0 z-50 flex w-full flex-col bg-raised text-ink shadow-modal outline-none',
            side === 'end' ? 'end-0 animate-slide sm:max-w-lg' : 'start-0 max-w-72 animate-fade',
          )}
        >
          <header className="flex items-center gap-3 border-b border-line px-4 py-2.5">
            <Radix.Title className="min-w-0 flex-1 truncate text-lg font-semibold">{title}</Radix.Title>
            <Radix.Close
              aria-label={t('close')}
              className="-me-1.5 grid size-8 place-items-center rounded-md text-ink-3 hover:bg-hover hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
          {footer && <footer className="border-t border-line px-4 py-3">{footer}</footer>}
          <WhenGone run={onGone} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

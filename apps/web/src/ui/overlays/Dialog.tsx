import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { classes } from '../classes.ts';
import { uiMessages } from '../messages.ts';
import { useDialogFocus } from './use-dialog-focus.ts';
import { WhenGone } from './WhenGone.tsx';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  size?: 'small' | 'medium' | 'large';
}

const widths = { small: 'sm:max-w-md', medium: 'sm:max-w-xl', large: 'sm:max-w-3xl' };

/** On a phone it rises from the bottom, under the thumb; elsewhere it stands in the upper middle. */
export function Dialog({ open, onOpenChange, title, description, children, size = 'small' }: DialogProps) {
  const t = useT(uiMessages);
  const { onGone, ...focus } = useDialogFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-fade bg-backdrop" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          {...focus}
          className={classes(
            'fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[90dvh] w-full animate-lift flex-col rounded-t-lg bg-raised text-ink shadow-modal outline-none',
            'sm:top-[12vh] sm:bottom-auto sm:max-h-[76vh] sm:w-[calc(100%-2rem)] sm:animate-rise sm:rounded-lg',
            widths[size],
          )}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="grid min-w-0 flex-1 gap-1">
              <Radix.Title className="text-xl font-semibold">{title}</Radix.Title>
              {description && (
                <Radix.Description className="text-body text-ink-2">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close
              aria-label={t('close')}
              className="-me-1.5 grid size-8 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-hover hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </Radix.Close>
          </header>
          <div className="overflow-y-auto px-5 pt-1 pb-5">{children}</div>
          <WhenGone run={onGone} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

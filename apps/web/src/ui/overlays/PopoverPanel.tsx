import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { useAnchor } from './use-anchor.ts';
import { useGiveBack } from './use-give-back.ts';
import type { PanelProps } from './use-opener.ts';
import { WhenGone } from './WhenGone.tsx';

interface PopoverPanelProps extends PanelProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  flush?: boolean;
  className?: string | undefined;
}

/** What a Popover opens. */
export function PopoverPanel(props: PopoverPanelProps) {
  const { id, buttonId, open, onOpenChange, label, children, align = 'start', flush, className } = props;
  const anchor = useAnchor(buttonId);
  const { onGone, ...giveBack } = useGiveBack(buttonId);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Anchor virtualRef={anchor} />
      <Radix.Portal>
        <Radix.Content
          id={id}
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          {...giveBack}
          className={classes(
            'z-50 max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1rem)] animate-rise overflow-y-auto rounded-lg bg-raised text-ink shadow-float outline-none',
            !flush && 'p-3',
            className,
          )}
        >
          {children}
          <WhenGone run={onGone} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

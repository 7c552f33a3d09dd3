import { useState, type ReactNode } from 'react';
import { later } from '../later.tsx';
import { useOpener, type Trigger } from './use-opener.ts';

interface PopoverProps {
  /** The button that opens it. */
  trigger: Trigger;
  label: string;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  /** The content brings its own padding. */
  flush?: boolean;
  className?: string;
}

const PopoverPanel = later(async () => (await import('./PopoverPanel.tsx')).PopoverPanel);

export function Popover({ trigger, open: given, onOpenChange, ...panel }: PopoverProps) {
  const [own, setOwn] = useState(false);
  const open = given ?? own;
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const opener = useOpener(trigger, {
    kind: 'dialog',
    open,
    onPress: () => change(!open),
    onNear: PopoverPanel.fetch,
  });
  return (
    <>
      {opener.trigger}
      {opener.met && <PopoverPanel {...panel} {...opener.panel} open={open} onOpenChange={change} />}
    </>
  );
}

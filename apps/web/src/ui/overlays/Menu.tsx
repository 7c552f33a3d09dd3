import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { later } from '../later.tsx';
import type { MenuItem } from './menu-item.ts';
import { useOpener, type Trigger } from './use-opener.ts';

interface MenuProps {
  trigger: Trigger;
  /** Groups of items; a line stands between groups. */
  groups: readonly (readonly MenuItem[])[];
  align?: 'start' | 'end';
  /** Stands above the items: who is signed in, what is chosen. */
  heading?: ReactNode;
}

const MenuPanel = later(async () => (await import('./MenuPanel.tsx')).MenuPanel);

export function Menu({ trigger, ...panel }: MenuProps) {
  // Opened by a key, the first item takes the keyboard; opened by a press, none is marked until the pointer is on it.
  const [open, setOpen] = useState<'no' | 'by-press' | 'by-key'>('no');
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    setOpen('by-key');
  };
  const opener = useOpener(trigger, {
    kind: 'menu',
    open: open !== 'no',
    // A press by Enter or Space has no count of clicks.
    onPress: ({ detail }) => setOpen(open !== 'no' ? 'no' : detail === 0 ? 'by-key' : 'by-press'),
    onKeyDown: openByArrow,
    onNear: MenuPanel.fetch,
  });
  return (
    <>
      {opener.trigger}
      {opener.met && <MenuPanel {...panel} {...opener.panel} open={open} onClose={() => setOpen('no')} />}
    </>
  );
}

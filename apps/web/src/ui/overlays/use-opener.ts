import {
  cloneElement,
  useId,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
} from 'react';

/** A button, or what draws one and hands on its properties. What it does on a press is to open. */
export type Trigger = ReactElement<ComponentProps<'button'> & { 'data-state'?: 'open' | 'closed' }>;

interface OpenerOptions {
  /** What it opens, to who cannot see it. */
  kind: 'dialog' | 'menu';
  open: boolean;
  onPress: (event: MouseEvent) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  /** Called when a press is likely: the pointer or the keyboard is on it. */
  onNear: () => void;
}

/** The two find each other by their ids. */
export interface PanelProps {
  id: string;
  buttonId: string;
}

interface Opener {
  /** What it opens needs to know of it. */
  panel: PanelProps;
  /** Whether it was ever open: until then there is nothing to draw. */
  met: boolean;
  trigger: ReactElement;
}

/** The button of something that floats. It stands on its own, so that what floats can be fetched later. */
export function useOpener(trigger: Trigger, options: OpenerOptions): Opener {
  const { kind, open, onPress, onKeyDown, onNear } = options;
  const [buttonId, panelId] = [useId(), useId()];
  const [met, setMet] = useState(open);
  if (open && !met) setMet(true);
  return {
    panel: { id: panelId, buttonId },
    met,
    trigger: cloneElement(trigger, {
      id: buttonId,
      'aria-haspopup': kind,
      'aria-expanded': open,
      'aria-controls': open ? panelId : undefined,
      'data-state': open ? 'open' : 'closed',
      onClick: onPress,
      onKeyDown,
      onPointerEnter: onNear,
      onFocus: onNear,
    }),
  };
}

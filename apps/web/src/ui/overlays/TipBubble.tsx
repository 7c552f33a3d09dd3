import { Popper } from 'radix-ui/internal';
import { useEffect, useId, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { Kbd } from '../actions/Kbd.tsx';
import { readTip } from './tip.ts';

/** The words beside a control. */
export function TipBubble({ control }: { control: HTMLElement }) {
  const id = useId();
  const anchor = useMemo(() => ({ current: control }), [control]);
  const { text, keys, side } = readTip(control);
  useEffect(() => {
    // Where the tip is the control's own name, it is not read out a second time.
    if (text === control.ariaLabel || text === control.textContent) return undefined;
    control.setAttribute('aria-describedby', id);
    return () => control.removeAttribute('aria-describedby');
  }, [control, id, text]);
  return createPortal(
    <Popper.Root>
      <Popper.Anchor virtualRef={anchor} />
      <Popper.Content
        id={id}
        role="tooltip"
        side={side}
        sideOffset={6}
        collisionPadding={8}
        className="z-60 flex max-w-72 animate-fade items-center gap-2 rounded-md bg-raised px-2 py-1 text-sm text-ink shadow-float"
      >
        {text}
        {keys && <Kbd keys={keys} />}
      </Popper.Content>
    </Popper.Root>,
    document.body,
  );
}

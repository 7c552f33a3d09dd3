import { useRef } from 'react';
import { giveKeyboard } from './give-keyboard.ts';

interface GiveBack {
  onInteractOutside: (event: CustomEvent<{ originalEvent: Event }>) => void;
  onCloseAutoFocus: (event: Event) => void;
  /** For a WhenGone inside. */
  onGone: () => void;
}

/** Gives the keyboard back to the button that opened something, unless a person has moved on to another place. */
export function useGiveBack(buttonId: string): GiveBack {
  const movedOn = useRef(false);
  return {
    onInteractOutside(event) {
      // A press on the button closes by itself; closing here as well would let it open again.
      if (document.getElementById(buttonId)?.contains(event.target as Node)) event.preventDefault();
      else movedOn.current = true;
    },
    onCloseAutoFocus: (event) => event.preventDefault(),
    onGone() {
      // A press on the bare page leaves the keyboard nowhere too.
      if (!movedOn.current) giveKeyboard(document.getElementById(buttonId));
      movedOn.current = false;
    },
  };
}

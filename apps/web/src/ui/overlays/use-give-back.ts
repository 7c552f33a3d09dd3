import { useRef } from 'react';

interface GiveBack {
  onInteractOutside: (event: CustomEvent<{ originalEvent: Event }>) => void;
  onCloseAutoFocus: (event: Event) => void;
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
    onCloseAutoFocus(event) {
      event.preventDefault();
      if (!movedOn.current) document.getElementById(buttonId)?.focus();
      movedOn.current = false;
    },
  };
}

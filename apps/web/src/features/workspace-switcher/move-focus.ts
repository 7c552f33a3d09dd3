import type { KeyboardEvent } from 'react';

/** Up and down between everything that can be pressed in the menu, around its ends. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const stops = [
    ...(event.currentTarget.closest('[data-stops]')?.querySelectorAll<HTMLElement>('[data-stop]') ?? []),
  ];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[(at + step + stops.length) % stops.length]?.focus();
}

import { useEffect } from 'react';
import { readPreferences } from '../preferences.ts';
import { hasModifier, matchKeys, pressName } from './match-keys.ts';
import { readRegistered } from './registry.ts';

const secondKeyWithin = 1200;

/** One listener for the whole program runs the registered commands by their keys. */
export function useKeyCommands(): void {
  useEffect(() => {
    let waiting = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = () => {
      waiting = '';
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat || isModifier(event.key)) return;
      const press = pressName(event);
      if (!hasModifier(press) && (isTyping(event.target) || isModal() || !readPreferences().singleKeys))
        return;
      const match = matchKeys(waiting, press, readRegistered().commands);
      clearTimeout(timer);
      forget();
      if (match === 'none') return;
      if ('waiting' in match) {
        waiting = match.waiting;
        timer = setTimeout(forget, secondKeyWithin);
        return;
      }
      event.preventDefault();
      match.found.run();
    };
    addEventListener('keydown', onKeyDown);
    return () => {
      removeEventListener('keydown', onKeyDown);
      clearTimeout(timer);
    };
  }, []);
}

function isModifier(key: string): boolean {
  return ['Control', 'Meta', 'Alt', 'Shift'].includes(key);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])')
  );
}

/** A letter pressed in a dialog or a menu must not act on the page behind it. */
function isModal(): boolean {
  return document.querySelector('[role="dialog"][data-state="open"], [role="menu"]') !== null;
}

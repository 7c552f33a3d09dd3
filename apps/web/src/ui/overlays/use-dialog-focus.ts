import { useRef } from 'react';
import { giveKeyboard } from './give-keyboard.ts';

interface DialogFocus {
  onOpenAutoFocus: (event: Event) => void;
  onCloseAutoFocus: (event: Event) => void;
  /** For a WhenGone inside. */
  onGone: () => void;
}

/** Takes the keyboard into a dialog and gives it back to what opened it, whether that was a button or an item of a menu. */
export function useDialogFocus(): DialogFocus {
  const opener = useRef<HTMLElement>(null);
  return {
    onOpenAutoFocus: (event) => {
      opener.current = openerNow();
      event.preventDefault();
      focusFirstField(event.currentTarget as HTMLElement | null);
    },
    onCloseAutoFocus: (event) => event.preventDefault(),
    onGone: () => giveKeyboard(opener.current),
  };
}

/** An item of a menu is gone when the dialog closes: the button that opened the menu stands for it. */
function openerNow(): HTMLElement | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return null;
  const menu = focused.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return menu ? document.getElementById(menu) : focused;
}

/** Its first field, else the dialog itself. Never its first button, which would be Close, or worse, the one that deletes. */
function focusFirstField(dialog: HTMLElement | null): void {
  const fields = 'input:not([type="hidden"], :disabled), textarea:not(:disabled), select:not(:disabled)';
  (dialog?.querySelector<HTMLElement>(fields) ?? dialog)?.focus();
}

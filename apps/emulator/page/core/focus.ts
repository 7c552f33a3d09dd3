/** Into the sheet that opened, or back to where one was before it. */
export function moveFocus(phone: string, opened: boolean, opener: Element | null | undefined): void {
  if (!opened) {
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    return;
  }
  const dialog = document.querySelector(`[data-phone="${CSS.escape(phone)}"] [role="dialog"]`);
  if (dialog?.contains(document.activeElement)) return;
  const first = dialog?.querySelector<HTMLElement>('.sheet-body :is(input, select, textarea, button, a)');
  (first ?? dialog?.querySelector<HTMLElement>('button'))?.focus();
}

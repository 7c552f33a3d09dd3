/** Only while it is nowhere: a person who has moved on is not pulled back. */
export function giveKeyboard(to: HTMLElement | null): void {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) to?.focus();
}

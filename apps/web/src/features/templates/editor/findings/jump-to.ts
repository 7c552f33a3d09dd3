/** To the field that a finding is about, or the nearest part around it that is on the page. */
export function jumpTo(field: string): void {
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`);
    if (!place) continue;
    place.scrollIntoView({ block: 'center' });
    const control = 'input:not([type=file]), textarea, select, button';
    (place.matches(control) ? place : place.querySelector<HTMLElement>(control))?.focus({
      preventScroll: true,
    });
    return;
  }
}

/** `en_US`, as WhatsApp writes it, and `en-US`, as contacts have it, are one language. */
const sameForm = (language: string): string => language.replaceAll('-', '_').toLowerCase();
const baseOf = (language: string): string => sameForm(language).split('_')[0]!;

/** The contact's own language, or its nearest form; then the workspace's order; then the one that was written first. */
export function chooseLanguage<Written extends { language: string }>(
  written: readonly Written[],
  contactLanguage: string | null,
  order: readonly string[],
): (Written & { because: 'contact' | 'workspace' | 'template' }) | null {
  const find = (wanted: string): Written | undefined =>
    written.find(({ language }) => sameForm(language) === sameForm(wanted)) ??
    written.find(({ language }) => baseOf(language) === baseOf(wanted));
  const own = contactLanguage === null ? undefined : find(contactLanguage);
  if (own !== undefined) return { ...own, because: 'contact' };
  for (const wanted of order) {
    const next = find(wanted);
    if (next !== undefined) return { ...next, because: 'workspace' };
  }
  const [first] = written;
  return first === undefined ? null : { ...first, because: 'template' };
}

/** A language in which a template may be sent now. */
export interface SendableLanguage {
  /** As WhatsApp calls it. */
  name: string;
  language: string;
}

export type LanguageChoice = SendableLanguage & { because: 'contact' | 'workspace' | 'template' };

const baseOf = (language: string): string => language.split('_')[0]!;

/** The contact's own language, or its nearest form; then the workspace's order; then the one that was written first. */
export function chooseLanguage(
  sendable: readonly SendableLanguage[],
  contactLanguage: string | null,
  order: readonly string[],
): LanguageChoice | null {
  const find = (wanted: string): SendableLanguage | undefined =>
    sendable.find(({ language }) => language === wanted) ??
    sendable.find(({ language }) => baseOf(language) === baseOf(wanted));
  const own = contactLanguage === null ? undefined : find(contactLanguage);
  if (own !== undefined) return { ...own, because: 'contact' };
  for (const wanted of order) {
    const next = find(wanted);
    if (next !== undefined) return { ...next, because: 'workspace' };
  }
  const [first] = sendable;
  return first === undefined ? null : { ...first, because: 'template' };
}

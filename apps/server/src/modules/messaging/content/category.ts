/** As Meta charges: templates by what they were approved as, all else as service. */
export type MessageCategory = 'authentication' | 'marketing' | 'service' | 'utility';

/** `templateCategory` as Meta writes it, in any case, and `authentication_international` in either of its spellings. */
export function categoryOf(type: string, templateCategory?: string | null): MessageCategory {
  if (type !== 'template') return 'service';
  const word = (templateCategory ?? '').toLowerCase();
  if (word.startsWith('authentication')) return 'authentication';
  // What is not known is held to the strictest rules.
  return word === 'utility' || word === 'service' ? word : 'marketing';
}

import { formatDate } from '../../../i18n/format-date.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { purposeWords } from '../purpose-name.ts';
import type { Proof, ProvedPurpose } from '../queries.ts';
import { proofMessages } from './messages.ts';

/** In one sentence: whether messages for a purpose may go, and what decides it. */
export function useVerdictWords({ entries }: Pick<Proof, 'entries'>): (one: ProvedPurpose) => string {
  const t = useT(proofMessages);
  const locale = useLocale();
  return ({ texts, refusal, basis, decidedBy }) => {
    const purpose = purposeWords(texts, locale.language).name;
    const entry = entries.find(({ entryId }) => entryId === decidedBy);
    const told = entry && {
      purpose,
      when: formatDate(new Date(entry.at), 'dayYear', locale),
      source: entry.source,
    };
    if (basis === 'granted') return told ? t('granted', told) : t('grantedSomehow', { purpose });
    if (basis === 'not_objected') return t('not_objected', { purpose });
    if (refusal === 'consent_withdrawn')
      return told ? t('consent_withdrawn', told) : t('withdrawnSomehow', { purpose });
    return t(refusal ?? 'consent_not_granted', { purpose });
  };
}

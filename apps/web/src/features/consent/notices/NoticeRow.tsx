import { useQuery } from '@tanstack/react-query';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { purposeWords } from '../purpose-name.ts';
import { purposesQuery, type NoticeInList } from '../queries.ts';
import { useLanguageName } from '../words/language-name.ts';
import { noticeMessages } from './messages.ts';

export function NoticeRow({ notice }: { notice: NoticeInList }) {
  const t = useT(noticeMessages);
  const { language } = useLocale();
  const nameOf = useLanguageName();
  const { data: known = [] } = useQuery(purposesQuery);
  const { noticeId, name, purposes, currentVersion, draftVersion, languages, retiredAt } = notice;
  const named = purposes.map((purpose) => {
    const texts = known.find((each) => each.purpose === purpose)?.texts;
    return texts ? purposeWords(texts, language).name : purpose;
  });
  return (
    <li className="grid gap-1 px-pad py-4">
      <h2 className="flex flex-wrap items-center gap-2 font-semibold wrap-anywhere">
        <Link to="/consent/notices/$noticeId" params={{ noticeId }}>
          {name}
        </Link>
        {currentVersion !== null && <Badge tone="good">{t('current', { version: currentVersion })}</Badge>}
        {currentVersion === null && <Badge>{t(retiredAt === null ? 'neverShown' : 'retired')}</Badge>}
        {draftVersion !== null && <Badge tone="info">{t('draft', { version: draftVersion })}</Badge>}
      </h2>
      <p className="text-sm wrap-anywhere text-ink-2">
        {named.join(', ')} · {languages.map(nameOf).join(', ')}
      </p>
    </li>
  );
}

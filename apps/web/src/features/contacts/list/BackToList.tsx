import { useMemo } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { lastList } from './last-list.ts';
import { listPlaceMessages } from './place-messages.ts';
import { readListSearch } from './search.ts';

/** To the list as it was left: with its search, its filter and its columns. */
export function BackToList() {
  const t = useT(listPlaceMessages);
  const search = useMemo(() => readListSearch(lastList()), []);
  return (
    <Link to="/contacts" search={search}>
      {t('title')}
    </Link>
  );
}

import { useMemo } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { templateMessages } from '../messages.ts';
import type { Listed } from '../queries.ts';
import { useStatusWords } from '../use-status-words.ts';
import { LanguageChips } from './LanguageChips.tsx';

const worst = ['RED', 'YELLOW', 'GREEN'];

export function useTemplateColumns(): readonly Column<Listed>[] {
  const t = useT(templateMessages);
  const words = useStatusWords();
  return useMemo((): Column<Listed>[] => {
    const qualityOf = ({ languages }: Listed) =>
      words.quality(worst.find((each) => languages.some(({ quality }) => quality === each)) ?? null);
    return [
      {
        id: 'name',
        header: t('name'),
        value: ({ name }) => name,
        cell: ({ familyId, name }) => (
          <Link to="/templates/$familyId" params={{ familyId }}>
            {name}
          </Link>
        ),
        sortable: false,
        fixed: true,
        width: 240,
        grow: 3,
        card: 'title',
      },
      {
        id: 'category',
        header: t('category'),
        value: ({ category }) => words.say(category),
        cell: ({ category }) => <Badge>{words.say(category)}</Badge>,
        sortable: false,
        width: 140,
        card: 'corner',
      },
      {
        id: 'languages',
        header: t('languages'),
        value: ({ languages }) => languages.map(({ language }) => language).join(', '),
        cell: ({ languages }) => <LanguageChips languages={languages} />,
        sortable: false,
        width: 220,
        grow: 2,
      },
      {
        id: 'quality',
        header: t('quality'),
        value: (row) => qualityOf(row)?.label ?? null,
        cell: (row) => {
          const quality = qualityOf(row);
          return quality && <StatusDot {...quality} />;
        },
        sortable: false,
        width: 150,
      },
      {
        id: 'updatedAt',
        header: t('changed'),
        value: ({ updatedAt }) => new Date(updatedAt),
        cell: ({ updatedAt }) => <Time at={updatedAt} />,
        sortable: false,
        width: 130,
      },
    ];
  }, [t, words]);
}

import { useQuery } from '@tanstack/react-query';
import { Ellipsis, Merge, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { Link } from '../../../ui/actions/Link.tsx';
import { Tag } from '../../../ui/display/Tag.tsx';
import { Menu } from '../../../ui/overlays/Menu.tsx';
import { linesToText } from '../list/filter/filter-text.ts';
import { tagMessages } from './messages.ts';
import { tagCountsQuery, type ContactTag } from './queries.ts';
import { RemoveTagDialog } from './RemoveTagDialog.tsx';
import type { TagsSearch } from './search.ts';

interface TagRowProps {
  tag: ContactTag;
  mayConfigure: boolean;
  onAsk: (search: TagsSearch) => void;
}

export function TagRow({ tag, mayConfigure, onAsk }: TagRowProps) {
  const t = useT(tagMessages);
  const { data: counts } = useQuery(tagCountsQuery);
  const [removing, setRemoving] = useState(false);
  const { tagId, name, color } = tag;
  const filter = linesToText({ match: 'all', lines: [{ subject: 'tag', op: 'has', value: tagId }] });
  return (
    <li className="flex min-h-row min-w-0 items-center gap-3 px-4 py-2">
      <span className="flex min-w-0 flex-1">
        <Tag name={name} color={color} />
      </span>
      {counts && (
        <Link to="/contacts" search={filter ? { filter } : {}} className="shrink-0 text-sm tabular-nums">
          {t('count', { count: counts.get(tagId) ?? 0 })}
        </Link>
      )}
      {mayConfigure && (
        <Menu
          trigger={<IconButton icon={Ellipsis} size="small" label={t('more', { name })} />}
          groups={[
            [
              { label: t('change'), icon: Pencil, run: () => onAsk({ tag: tagId }) },
              { label: t('merge'), icon: Merge, run: () => onAsk({ merge: tagId }) },
            ],
            [{ label: t('remove'), icon: Trash2, danger: true, run: () => setRemoving(true) }],
          ]}
        />
      )}
      <RemoveTagDialog tag={tag} open={removing} onClose={() => setRemoving(false)} />
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Tags } from '../../../ui/display/Tags.tsx';
import { tagsQuery } from './queries.ts';

/** A tag that was deleted a moment ago is not shown. */
export function TagBadges({ tagIds, most = 2 }: { tagIds: readonly string[]; most?: number }) {
  const { data = [] } = useQuery(tagsQuery);
  const own = data.filter(({ tagId }) => tagIds.includes(tagId));
  return own.length === 0 ? null : <Tags tags={own} most={most} />;
}

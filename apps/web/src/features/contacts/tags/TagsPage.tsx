import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus, Tag as TagIcon } from 'lucide-react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { BackToList } from '../list/BackToList.tsx';
import { tagMessages } from './messages.ts';
import { MergeTagDialog } from './MergeTagDialog.tsx';
import { tagPlaceMessages } from './place-messages.ts';
import { tagsQuery } from './queries.ts';
import { TagDialog } from './TagDialog.tsx';
import { TagRow } from './TagRow.tsx';

const route = getRouteApi('/shell/contacts/tags');

export function TagsPage() {
  return (
    <OnlyWith needs={['contacts.read']}>
      <Page width="read">
        <AllTags />
      </Page>
    </OnlyWith>
  );
}

function AllTags() {
  const t = useT(tagMessages);
  const place = useT(tagPlaceMessages);
  const mayConfigure = useAllows()('contacts.configure');
  const { tag: asked, merge } = route.useSearch();
  const navigate = route.useNavigate();
  const close = () => void navigate({ search: {} });
  const { data: tags, error, isFetching, refetch } = useQuery(tagsQuery);
  const add = mayConfigure && (
    <Button tone="primary" icon={Plus} onClick={() => void navigate({ search: { tag: 'new' } })}>
      {t('add')}
    </Button>
  );
  const changed = tags?.find(({ tagId }) => tagId === asked);
  const merged = tags?.find(({ tagId }) => tagId === merge);
  return (
    <>
      <PageHeader
        title={place('title')}
        description={t('about')}
        back={<BackToList />}
        actions={tags && tags.length > 0 && add}
      />
      {tags === undefined && error === null && <SkeletonLines lines={6} />}
      {tags === undefined && error !== null && (
        <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
      {tags?.length === 0 && (
        <EmptyState icon={TagIcon} title={t('none')} action={add}>
          {t('noneHelp')}
        </EmptyState>
      )}
      {tags && tags.length > 0 && (
        <ul
          className="divide-y divide-line rounded-lg border border-line bg-raised"
          aria-label={place('title')}
        >
          {tags.map((tag) => (
            <TagRow
              key={tag.tagId}
              tag={tag}
              mayConfigure={mayConfigure}
              onAsk={(search) => void navigate({ search })}
            />
          ))}
        </ul>
      )}
      {mayConfigure && (asked === 'new' || changed) && (
        <TagDialog key={asked} tag={changed} onClose={close} />
      )}
      {mayConfigure && tags && merged && <MergeTagDialog tag={merged} tags={tags} onClose={close} />}
    </>
  );
}

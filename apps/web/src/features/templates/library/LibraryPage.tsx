import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { LayoutTemplate } from 'lucide-react';
import { useSentence } from '../../../data/use-sentence.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { TemplatesHeader } from '../TemplatesHeader.tsx';
import { LibraryFilters } from './LibraryFilters.tsx';
import { libraryMessages } from './messages.ts';
import { libraryListQuery, type Starter } from './queries.ts';
import type { LibrarySearch } from './search.ts';
import { StarterCard } from './StarterCard.tsx';
import { StarterPreview } from './StarterPreview.tsx';

const route = getRouteApi('/shell/templates/library');

export function LibraryPage() {
  const t = useT(libraryMessages);
  return (
    <OnlyWith needs={['templates.read']}>
      <Page>
        <TemplatesHeader about={t('about')} />
        <Library />
      </Page>
    </OnlyWith>
  );
}

const fits = ({ festival, kit }: Starter, group: LibrarySearch['group']): boolean =>
  group === undefined || (group === 'festivals' ? festival !== null : kit !== null);

function Library() {
  const t = useT(libraryMessages);
  const say = useSentence();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, isError, isFetching, refetch } = useQuery(libraryListQuery(search));
  const change = (next: Partial<LibrarySearch>) =>
    void navigate({ search: (former) => ({ ...former, ...next }), replace: true });
  if (!data) {
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={10} />
    );
  }
  const shown = data.filter((starter) => fits(starter, search.group));
  const opened = data.find(({ key }) => key === search.open);
  const close = () => void navigate({ search: ({ open: _open, ...former }) => former, replace: true });
  return (
    <div className="grid gap-5">
      <LibraryFilters search={search} onChange={change} count={shown.length} />
      {shown.length === 0 ? (
        <EmptyState
          icon={LayoutTemplate}
          title={t('none')}
          action={<ButtonLink to="/templates/library">{t('clear')}</ButtonLink>}
        >
          {t('noneHelp')}
        </EmptyState>
      ) : (
        <ul aria-label={t('list')} className="grid grid-cols-[repeat(auto-fill,minmax(17rem,1fr))] gap-4">
          {shown.map((starter) => (
            <StarterCard key={starter.key} starter={starter} />
          ))}
        </ul>
      )}
      <Dialog
        open={opened !== undefined}
        onOpenChange={(next) => !next && close()}
        title={opened ? say(opened.title) : ''}
        description={opened && say(opened.about)}
        size="medium"
      >
        {opened && <StarterPreview key={opened.key} starter={opened} />}
      </Dialog>
    </div>
  );
}

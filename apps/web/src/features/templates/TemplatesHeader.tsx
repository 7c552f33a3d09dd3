import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { PageTab, PageTabs } from '../../ui/display/PageTabs.tsx';
import { libraryPlaceMessages } from './library/place-messages.ts';
import { templateMessages } from './messages.ts';
import { templatePlaceMessages } from './place-messages.ts';
import { scorecardPlaceMessages } from './scorecards/place-messages.ts';
import { reviewsQuery } from './queries.ts';

export function TemplatesHeader({ about }: { about: string }) {
  const t = useT(templateMessages);
  const place = useT(templatePlaceMessages);
  const more = useT(libraryPlaceMessages);
  const scores = useT(scorecardPlaceMessages);
  const allows = useAllows();
  const { data } = useInfiniteQuery(reviewsQuery);
  const waiting = data?.pages.flatMap(({ items }) => items).length;
  return (
    <PageHeader
      title={place('title')}
      description={about}
      actions={
        allows('templates.manage') && (
          <ButtonLink tone="primary" icon={Plus} to="/templates/new">
            {place('fresh')}
          </ButtonLink>
        )
      }
    >
      <PageTabs label={t('pages')}>
        <PageTab to="/templates" activeOptions={{ exact: true, includeSearch: false }}>
          {t('all')}
        </PageTab>
        <PageTab to="/templates/review" count={waiting || undefined}>
          {place('review')}
        </PageTab>
        <PageTab to="/templates/scorecards">{scores('scorecards')}</PageTab>
        <PageTab to="/templates/library">{more('library')}</PageTab>
        <PageTab to="/templates/cadence">{more('cadence')}</PageTab>
        <PageTab to="/templates/naming">{place('naming')}</PageTab>
      </PageTabs>
    </PageHeader>
  );
}

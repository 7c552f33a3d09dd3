import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useAllows } from '../../../../data/use-workspace.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Card } from '../../../../ui/display/Card.tsx';
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../../ui/feedback/SkeletonLines.tsx';
import { Select } from '../../../../ui/fields/Select.tsx';
import { timelineQuery, type Contact, type LineKind } from '../queries.ts';
import { lineKinds } from '../search.ts';
import { lineOfKind } from './line-of-kind.ts';
import { timelineMessages } from './messages.ts';

const route = getRouteApi('/shell/contacts/$contactId');

const needs: Partial<Record<LineKind, 'messages.read' | 'consent.read'>> = {
  messages: 'messages.read',
  consent: 'consent.read',
};

/** What happened with them, newest first. What it is narrowed to stands in the address. */
export function Timeline({ contact }: { contact: Contact }) {
  const t = useT(timelineMessages);
  const allows = useAllows();
  const { timeline: show } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(timelineQuery(contact.contactId, show));
  const { data, error, isFetching, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const lines = data?.pages.flatMap(({ items }) => items);
  const open = lineKinds.filter((kind) => {
    const permission = needs[kind];
    return permission === undefined || allows(permission);
  });
  return (
    <Card
      title={t('timeline')}
      actions={
        <Select
          aria-label={t('filter')}
          value={show ?? 'all'}
          onChange={(kind) =>
            void navigate({
              search: (now) => ({ ...now, timeline: kind === 'all' ? undefined : kind }),
              replace: true,
            })
          }
          options={[
            { value: 'all', label: t('all') },
            ...open.map((kind) => ({ value: kind, label: t(`kind_${kind}`) })),
          ]}
        />
      }
    >
      {lines === undefined && error === null && <SkeletonLines lines={8} />}
      {lines === undefined && error !== null && (
        <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
      {lines?.length === 0 && !hasNextPage && (
        <EmptyState icon={History} title={t(show ? 'noneLike' : 'none')}>
          {t(show ? 'noneLikeHelp' : 'noneHelp')}
        </EmptyState>
      )}
      {lines && lines.length > 0 && (
        <ol className="grid">
          {lines.map((line) => {
            const Line = lineOfKind[line.kind];
            return <Line key={line.eventId} line={line} />;
          })}
        </ol>
      )}
      {hasNextPage && (
        <div className="pt-4 text-center">
          <Button size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('older')}
          </Button>
        </div>
      )}
    </Card>
  );
}

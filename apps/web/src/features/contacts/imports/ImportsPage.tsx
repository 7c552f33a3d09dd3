import { useQuery } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Link } from '../../../ui/actions/Link.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { ExportList } from './ExportList.tsx';
import { importMessages } from './messages.ts';
import { importPlaceMessages } from './place-messages.ts';
import { importsQuery, type ImportListed } from './queries.ts';
import { StateBadge } from './StateBadge.tsx';

export function ImportsPage() {
  const t = useT(importMessages);
  const place = useT(importPlaceMessages);
  const allows = useAllows();
  return (
    <OnlyWith needs={['contacts.import', 'contacts.export']}>
      <Page width="read">
        <PageHeader
          title={place('list')}
          description={t('listHelp')}
          back={<Link to="/contacts">{t('back')}</Link>}
          actions={allows('contacts.import') && <Add />}
        />
        <div className="grid gap-4">
          {allows('contacts.import') && <ImportList />}
          {allows('contacts.export') && <ExportList />}
        </div>
      </Page>
    </OnlyWith>
  );
}

function Add() {
  const t = useT(importMessages);
  return (
    <ButtonLink to="/contacts/import" tone="primary" icon={FileUp}>
      {t('importFile')}
    </ButtonLink>
  );
}

function ImportList() {
  const t = useT(importMessages);
  const { data: imports, error, isFetching, refetch } = useQuery(importsQuery);
  return (
    <Card title={t('imports')}>
      {imports === undefined && error === null && <SkeletonLines lines={4} />}
      {imports === undefined && error !== null && (
        <ErrorState title={t('failedToLoad')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
      {imports?.length === 0 && (
        <EmptyState icon={FileUp} title={t('noImports')}>
          {t('noImportsHelp')}
        </EmptyState>
      )}
      {imports && imports.length > 0 && (
        <ul className="grid divide-y divide-line">
          {imports.map((each) => (
            <ImportLine key={each.importId} shown={each} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function ImportLine({ shown }: { shown: ImportListed }) {
  const t = useT(importMessages);
  const { importId, fileName, state, total, seen, by, createdAt } = shown;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
      <span className="grid min-w-0 gap-0.5">
        <Link to="/contacts/imports/$importId" params={{ importId }} className="truncate">
          {fileName}
        </Link>
        <span className="text-sm text-ink-2">
          {by && `${by} · `}
          <Time at={createdAt} /> · {t('rowsSeen', { count: total ?? seen })}
        </span>
      </span>
      <StateBadge state={state} />
    </li>
  );
}

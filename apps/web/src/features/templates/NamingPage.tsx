import { useQuery } from '@tanstack/react-query';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Card } from '../../ui/display/Card.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { templateMessages } from './messages.ts';
import { NamingForm } from './naming/NamingForm.tsx';
import { settingsQuery } from './queries.ts';
import { TemplatesHeader } from './TemplatesHeader.tsx';

export function NamingPage() {
  const t = useT(templateMessages);
  return (
    <OnlyWith needs={['templates.read']}>
      <Page width="wide">
        <TemplatesHeader about={t('aboutNaming')} />
        <Settings />
      </Page>
    </OnlyWith>
  );
}

function Settings() {
  const t = useT(templateMessages);
  const mayChange = useAllows()('templates.review');
  const { data: settings, isError, isFetching, refetch } = useQuery(settingsQuery);
  if (!settings)
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={4} />
    );
  return (
    <Card className="max-w-2xl">
      <NamingForm settings={settings} mayChange={mayChange} />
    </Card>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { settingsMessages } from '../messages.ts';
import { ConnectForm } from './ConnectForm.tsx';
import { ProviderRow } from './ProviderRow.tsx';
import { signOnQuery } from './sign-on-query.ts';

const route = getRouteApi('/shell/settings');

export function SignOnPanel() {
  const t = useT(settingsMessages);
  const { connect } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, isError, isFetching, refetch } = useQuery(signOnQuery);
  if (data === null) return null;
  const show = (open: boolean) => void navigate({ search: open ? { connect: true } : {} });
  return (
    <Card
      title={t('signOn')}
      description={t('signOnHelp')}
      actions={
        data && (
          <Button icon={Plus} onClick={() => show(true)}>
            {t('connect')}
          </Button>
        )
      }
    >
      {isError && !data && (
        <ErrorState title={t('signOnFailed')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
      {!isError && !data && <SkeletonLines lines={2} />}
      {data?.items.length === 0 && <p className="text-ink-2">{t('noProviders')}</p>}
      {data && data.items.length > 0 && (
        <ul className="divide-y divide-line">
          {data.items.map((provider) => (
            <ProviderRow key={provider.providerId} provider={provider} />
          ))}
        </ul>
      )}
      {data && (
        <Dialog open={connect === true} onOpenChange={show} title={t('connect')} size="medium">
          <ConnectForm callbackUrl={data.callbackUrl} onDone={() => show(false)} />
        </Dialog>
      )}
    </Card>
  );
}

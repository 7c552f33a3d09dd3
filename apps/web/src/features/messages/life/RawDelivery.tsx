import { useQuery } from '@tanstack/react-query';
import { Braces } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { deliveryQuery } from '../queries.ts';
import { lifeMessages } from './messages.ts';
import { prettyJson } from './pretty-json.ts';

/** The webhook that told it, byte for byte, for whoever looks for a fault. */
export function RawDelivery({ deliveryId }: { deliveryId: string }) {
  const t = useT(lifeMessages);
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button size="small" tone="quiet" icon={Braces} className="-ms-2" onClick={() => setOpen(true)}>
        {t('raw')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('rawTitle')} size="large">
        <Body deliveryId={deliveryId} />
      </Dialog>
    </div>
  );
}

function Body({ deliveryId }: { deliveryId: string }) {
  const t = useT(lifeMessages);
  const { data, isError, isFetching, refetch } = useQuery(deliveryQuery(deliveryId));
  if (isError) {
    return (
      <ErrorState title={t('rawFailed')} onRetry={() => void refetch()} retrying={isFetching}>
        {t('rawKept')}
      </ErrorState>
    );
  }
  if (data === undefined) return <SkeletonLines lines={8} />;
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-3">
        <Time at={data.receivedAt} as="exact" /> · {t('rawSize', { count: data.size })}
      </p>
      {!data.isWhole && <p className="text-body text-ink-2">{t('rawPart')}</p>}
      <pre className="rounded-md bg-sunken px-3 py-2.5 font-mono text-sm wrap-anywhere whitespace-pre-wrap">
        {data.encoding === 'text' ? prettyJson(data.body) : data.body}
      </pre>
    </div>
  );
}

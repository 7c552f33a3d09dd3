import { useAllows } from '../../../data/use-workspace.ts';
import type { Message } from '../queries.ts';
import { codeIn } from './code-in.ts';
import { RawDelivery } from './RawDelivery.tsx';
import { ToldLines } from './ToldLines.tsx';

export function StatusBody({ status }: { status: Message['statuses'][number] }) {
  const maySeeRaw = useAllows()('webhooks.inspect');
  return (
    <>
      {status.recipient !== '' && <p className="text-sm text-ink-3">{status.recipient}</p>}
      <ToldLines told={status.told} code={codeIn(status.errors)} />
      {maySeeRaw && status.deliveryId && <RawDelivery deliveryId={status.deliveryId} />}
    </>
  );
}

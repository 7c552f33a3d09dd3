import { Braces } from 'lucide-react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import type { Message } from '../queries.ts';
import { codeIn } from './code-in.ts';
import { lifeMessages } from './messages.ts';
import { ToldLines } from './ToldLines.tsx';

export function StatusBody({ status }: { status: Message['statuses'][number] }) {
  const t = useT(lifeMessages);
  const maySeeRaw = useAllows()('webhooks.inspect');
  const { recipient, told, errors, deliveryId } = status;
  return (
    <>
      {recipient !== '' && <p className="text-sm text-ink-3">{recipient}</p>}
      <ToldLines told={told} code={codeIn(errors)} />
      {maySeeRaw && deliveryId && (
        <div>
          <ButtonLink
            size="small"
            tone="quiet"
            icon={Braces}
            className="-ms-2"
            to="/deliveries/$deliveryId"
            params={{ deliveryId }}
          >
            {t('raw')}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

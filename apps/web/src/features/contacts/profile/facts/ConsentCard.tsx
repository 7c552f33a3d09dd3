import { useQuery } from '@tanstack/react-query';
import { useAllows } from '../../../../data/use-workspace.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Link } from '../../../../ui/actions/Link.tsx';
import { Badge } from '../../../../ui/display/Badge.tsx';
import { Card } from '../../../../ui/display/Card.tsx';
import { SkeletonLines } from '../../../../ui/feedback/SkeletonLines.tsx';
import { consentQuery } from '../queries.ts';
import { factMessages } from './messages.ts';
import { usePurposeName } from './use-purpose-name.ts';

/** In short what they may be sent; the whole of it stands with consent itself. */
export function ConsentCard({ contactId }: { contactId: string }) {
  const t = useT(factMessages);
  const enabled = useAllows()('consent.read');
  const nameOf = usePurposeName();
  const { data } = useQuery({ ...consentQuery(contactId), enabled });
  if (!enabled) return null;
  return (
    <Card
      title={t('consent')}
      actions={
        <Link to="/consent/contacts/$contactId" params={{ contactId }} className="text-sm">
          {t('proof')}
        </Link>
      }
    >
      {data === undefined ? (
        <SkeletonLines lines={2} />
      ) : (
        <div className="grid gap-2 text-body">
          {data.stoppedAt !== null && <p className="text-bad">{t('stopped')}</p>}
          {data.frozenAt !== null && <p className="text-warn">{t('frozen')}</p>}
          <ul className="flex flex-wrap gap-1.5">
            {data.granted.map((purpose) => (
              <li key={purpose}>
                <Badge tone="good">{nameOf(purpose)}</Badge>
              </li>
            ))}
            {data.withdrawn.map((purpose) => (
              <li key={purpose}>
                <Badge tone="bad">{t('notAnyMore', { purpose: nameOf(purpose) })}</Badge>
              </li>
            ))}
          </ul>
          {data.granted.length + data.withdrawn.length === 0 && (
            <p className="text-ink-2">{t('nothingAgreed')}</p>
          )}
        </div>
      )}
    </Card>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Undo2 } from 'lucide-react';
import { api } from '../../../../data/api.ts';
import { refetchQuery } from '../../../../data/patch-query.ts';
import { phoneText } from '../../../../i18n/phone-text.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../../shell/ConfirmAction.tsx';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Link } from '../../../../ui/actions/Link.tsx';
import { Card } from '../../../../ui/display/Card.tsx';
import { Time } from '../../../../ui/display/Time.tsx';
import { doublesQuery, type Contact } from '../queries.ts';
import { factMessages } from './messages.ts';

const route = getRouteApi('/shell/contacts/$contactId');

interface MergesCardProps {
  contact: Contact;
  mayManage: boolean;
}

/** Who was merged into them and can be taken out again, and who may be the same person. */
export function MergesCard({ contact, mayManage }: MergesCardProps) {
  const t = useT(factMessages);
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const { data: doubles = [] } = useQuery({
    ...doublesQuery(contact.contactId),
    enabled: mayManage,
  });
  if (contact.merges.length === 0 && doubles.length === 0) return null;
  const undo = async (mergeId: string) => {
    await api.contacts.undoMerge({ mergeId });
    refetchQuery(queryClient, { queryKey: ['contacts'] });
  };
  return (
    <Card title={t('merges')}>
      <ul className="grid gap-3 text-body">
        {contact.merges.map(({ mergeId, fromId, name, mergedAt, mergedBy }) => (
          <li key={mergeId} className="flex flex-wrap items-center justify-between gap-2">
            <span className="grid min-w-0">
              <Link to="/contacts/$contactId" params={{ contactId: fromId }} className="wrap-anywhere">
                {name ?? t('unnamed')}
              </Link>
              <span className="text-sm text-ink-3">
                {t(mergedBy === null ? 'mergedBySystem' : 'mergedByHand')} <Time at={mergedAt} />
              </span>
            </span>
            {mayManage && (
              <ConfirmAction
                label={t('undo')}
                icon={Undo2}
                size="small"
                title={t('undoTitle', { name: name ?? t('unnamed') })}
                confirm={t('undoConfirm')}
                act={() => undo(mergeId)}
              >
                <p>{t('undoHelp')}</p>
              </ConfirmAction>
            )}
          </li>
        ))}
        {doubles.map((double) => (
          <li key={double.contactId} className="flex flex-wrap items-center justify-between gap-2">
            <span className="grid min-w-0">
              <Link
                to="/contacts/$contactId"
                params={{ contactId: double.contactId }}
                className="wrap-anywhere"
              >
                {double.name ?? (double.phone ? phoneText(double.phone) : t('unnamed'))}
              </Link>
              <span className="text-sm text-ink-3">
                {t('maybeSame', { why: double.reasons.map((reason) => t(`same_${reason}`)).join(', ') })}
              </span>
            </span>
            <Button
              size="small"
              onClick={() => void navigate({ search: (now) => ({ ...now, merge: double.contactId }) })}
            >
              {t('compare')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

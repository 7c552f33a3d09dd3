import { Lock, Unlock } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { rightsMessages } from '../messages.ts';
import type { DataRequest } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { SayIt } from './SayIt.tsx';

export function HoldCard({ request, mayManage }: { request: DataRequest; mayManage: boolean }) {
  const t = useT(rightsMessages);
  const { done } = useAct();
  const { requestId, contactId, holds } = request;
  return (
    <Card title={t('hold')} description={t('holdHelp')}>
      <div className="grid gap-3">
        {holds.map(({ holdId, reason, placedBy, placedAt }) => (
          <div key={holdId} className="grid justify-items-start gap-2">
            <p className="wrap-anywhere">
              {t('holdPlaced', { name: placedBy, reason })} <Time at={placedAt} as="dayYear" />
            </p>
            {mayManage && (
              <ConfirmAction
                icon={Unlock}
                size="small"
                label={t('lift')}
                title={t('liftTitle')}
                confirm={t('lift')}
                act={async () => {
                  await api.legalHolds.lift({ holdId });
                  done(t('done'));
                }}
              >
                <p>{t('liftHelp')}</p>
              </ConfirmAction>
            )}
          </div>
        ))}
        {mayManage && contactId !== null && holds.length === 0 && (
          <div>
            <SayIt
              icon={Lock}
              label={t('placeHold')}
              title={t('placeHold')}
              help={t('holdHelp')}
              field={t('holdReason')}
              example={t('holdExample')}
              most={300}
              act={async (reason) => {
                await api.legalHolds.place({ contactId, requestId, reason });
                done(t('done'));
              }}
            />
          </div>
        )}
      </div>
    </Card>
  );
}

import { Ban, Check, Play, UserRoundCheck, UserRoundX } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { rightsMessages } from '../messages.ts';
import type { DataRequest } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { SayIt } from './SayIt.tsx';

/** What may be done now; what belongs to the kind stands in its own card. */
export function RequestActions({ request }: { request: DataRequest }) {
  const t = useT(rightsMessages);
  const { busy, run, done } = useAct();
  const { requestId, kind, state, contactId, erasure } = request;
  const isChecked = request.identifiedAt !== null;
  if (erasure !== null) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {!isChecked && contactId !== null && (
        <SayIt
          icon={UserRoundCheck}
          label={t('identify')}
          title={t('identifyTitle')}
          field={t('how')}
          example={t('howExample')}
          most={300}
          act={async (how) => {
            await api.rights.identify({ requestId, how });
            done(t('step_identified'));
          }}
        />
      )}
      {state === 'identified' && (
        <Button
          icon={Play}
          disabled={busy}
          onClick={() => void run(() => api.rights.begin({ requestId }), t('step_begun'))}
        >
          {t('begin')}
        </Button>
      )}
      {isChecked && kind === 'withdrawal' && (
        <ConfirmAction
          icon={UserRoundX}
          label={t('withdraw')}
          title={t('withdrawTitle')}
          confirm={t('withdraw')}
          act={async () => {
            await api.rights.withdraw({ requestId });
            done(t('step_withdrawn'));
          }}
        >
          <p>{t('withdrawHelp')}</p>
        </ConfirmAction>
      )}
      {isChecked && kind !== 'erasure' && (
        <SayIt
          icon={Check}
          label={t('finish')}
          title={t('finishTitle')}
          field={t('note')}
          most={2000}
          act={async (note) => {
            await api.rights.finish({ requestId, note });
            done(t('step_done'));
          }}
        />
      )}
      <SayIt
        icon={Ban}
        label={t('refuse')}
        title={t('refuseTitle')}
        help={t('refuseHelp')}
        field={t('reason')}
        most={2000}
        act={async (reason) => {
          await api.rights.refuse({ requestId, reason });
          done(t('step_refused'));
        }}
      />
    </div>
  );
}

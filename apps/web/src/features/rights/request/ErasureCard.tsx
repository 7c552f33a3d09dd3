import { useQuery } from '@tanstack/react-query';
import { Check, Download, Eraser } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { rightsMessages } from '../messages.ts';
import { erasurePreviewQuery, type DataRequest } from '../queries.ts';
import { saveFile } from '../save-file.ts';
import { useAct } from '../use-act.ts';

/** What the server writes for people is there in two languages. */
const spoken = (language: string): 'en' | 'hi' => (language === 'hi' ? 'hi' : 'en');

interface ErasureCardProps {
  request: DataRequest;
  mayManage: boolean;
}

export function ErasureCard({ request, mayManage }: ErasureCardProps) {
  const t = useT(rightsMessages);
  const { erasure } = request;
  if (erasure?.state === 'done') return <Certificate request={request} />;
  if (erasure !== null)
    return (
      <Card title={t('erasure')}>
        <Banner tone="info">{t('erasing')}</Banner>
      </Card>
    );
  return (
    <Card title={t('erasure')}>
      <div className="grid gap-4">
        <Preview requestId={request.requestId} />
        {mayManage && request.identifiedAt !== null && request.holds.length === 0 && (
          <EraseActions request={request} />
        )}
      </div>
    </Card>
  );
}

function Preview({ requestId }: { requestId: string }) {
  const t = useT(rightsMessages);
  const { language } = useLocale();
  const { data } = useQuery(erasurePreviewQuery(requestId));
  if (data === undefined) return null;
  return (
    <>
      <section className="grid gap-2">
        <h3 className="text-body font-semibold">{t('goes')}</h3>
        <ul className="grid gap-1">
          {data.goes.map(({ what, count, words }) => (
            <li key={what} className="flex justify-between gap-4">
              <span>{words[spoken(language)]}</span>
              <span className="tabular-nums">{count}</span>
            </li>
          ))}
        </ul>
        <p className="text-sm text-ink-2">{t('alsoGoes')}</p>
      </section>
      <section className="grid gap-2">
        <h3 className="text-body font-semibold">{t('stays')}</h3>
        <ul className="grid list-disc gap-1 ps-5 text-sm text-ink-2">
          {data.stays.map(({ what, words }) => (
            <li key={what}>{words[spoken(language)]}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function EraseActions({ request }: { request: DataRequest }) {
  const t = useT(rightsMessages);
  const { done } = useAct();
  const { requestId, needsApproval } = request;
  return (
    <div className="grid justify-items-start gap-3">
      {needsApproval && <Banner tone="info">{t('needsApproval')}</Banner>}
      {needsApproval ? (
        <ConfirmAction
          icon={Check}
          label={t('approve')}
          title={t('approveTitle')}
          confirm={t('approve')}
          act={async () => {
            await api.rights.approveErasure({ requestId });
            done(t('step_approved'));
          }}
        >
          <p>{t('approveHelp')}</p>
        </ConfirmAction>
      ) : (
        <ConfirmAction
          icon={Eraser}
          label={t('erase')}
          title={t('eraseTitle')}
          confirm={t('erase')}
          typeName={t('eraseWord')}
          act={async () => {
            await api.rights.erase({ requestId });
            done(t('step_erasing'));
          }}
        >
          <p>{t('eraseHelp')}</p>
        </ConfirmAction>
      )}
    </div>
  );
}

function Certificate({ request }: { request: DataRequest }) {
  const t = useT(rightsMessages);
  const { language } = useLocale();
  const { busy, run } = useAct();
  const { requestId } = request;
  const name = `erasure-${requestId.slice(-8)}`;
  const save = (how: 'html' | 'json') =>
    run(async () => {
      const { html, ...signed } = await api.rights.certificate({ requestId });
      const [content, type] =
        how === 'html'
          ? [html[spoken(language)], 'text/html']
          : [JSON.stringify(signed, null, 2), 'application/json'];
      saveFile(new Blob([content], { type }), `${name}.${how}`);
    }, t('certificate'));
  return (
    <Card title={t('certificate')} description={t('certificateHelp')}>
      <div className="grid gap-3">
        <Banner tone="good">{t('erased')}</Banner>
        <div className="flex flex-wrap gap-2">
          <Button icon={Download} disabled={busy} onClick={() => void save('html')}>
            {t('saveHtml')}
          </Button>
          <Button icon={Download} disabled={busy} onClick={() => void save('json')}>
            {t('saveJson')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

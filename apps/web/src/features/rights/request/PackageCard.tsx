import { Download, Link2, PackageOpen, Send } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { formatDate } from '../../../i18n/format-date.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { rightsMessages } from '../messages.ts';
import type { DataRequest } from '../queries.ts';
import { useAct } from '../use-act.ts';

export function PackageCard({ request, mayManage }: { request: DataRequest; mayManage: boolean }) {
  const t = useT(rightsMessages);
  const locale = useLocale();
  const { busy, run } = useAct();
  const { requestId, package: made } = request;
  const link = () => api.rights.packageLink({ requestId });
  const isReady = made?.state === 'ready';
  const size = `${Math.max(1, Math.round((made?.size ?? 0) / 1024))} KB`;
  return (
    <Card title={t('package')} description={t('packageHelp')}>
      <div className="grid gap-3">
        {made?.state === 'making' && <output>{t('packageMaking')}</output>}
        {(made?.state === 'gone' || made?.state === 'failed') && <p>{t('packageGone')}</p>}
        {isReady && (
          <p>{t('packageReady', { size, until: formatDate(new Date(made.endsAt!), 'dayYear', locale) })}</p>
        )}
        {mayManage && (
          <div className="flex flex-wrap gap-2">
            {made?.state !== 'making' && !isReady && (
              <Button
                tone="primary"
                icon={PackageOpen}
                disabled={busy}
                onClick={() => void run(() => api.rights.makePackage({ requestId }), t('step_package_asked'))}
              >
                {t('makePackage')}
              </Button>
            )}
            {isReady && (
              <>
                <Button
                  icon={Send}
                  disabled={busy}
                  onClick={() => void run(() => api.rights.sendPackage({ requestId }), t('sent'))}
                >
                  {t('sendPackage')}
                </Button>
                <Button
                  icon={Link2}
                  disabled={busy}
                  onClick={() =>
                    void run(async () => navigator.clipboard.writeText((await link()).url), t('linkCopied'))
                  }
                >
                  {t('getLink')}
                </Button>
                <Button
                  icon={Download}
                  disabled={busy}
                  onClick={() =>
                    void run(async () => download((await link()).url), t('step_package_fetched'))
                  }
                >
                  {t('openPackage')}
                </Button>
              </>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}

function download(url: string): void {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = 'your-data.zip';
  anchor.click();
}

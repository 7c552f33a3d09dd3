import { ExternalLink, Printer } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { buttonLook } from '../../../ui/actions/button-look.ts';
import { CopyField } from '../../../ui/actions/CopyField.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { QrCode } from '../../../ui/display/QrCode.tsx';
import { hasForm } from '../kinds.ts';
import { optInMessages } from '../messages.ts';
import type { Point } from '../queries.ts';
import { snippetOf, tryUrlOf } from '../snippet.ts';

/** What is copied, printed and tried, so that people get here. */
export function WaysIn({ point }: { point: Point }) {
  const t = useT(optInMessages);
  const { kind, pageUrl, chatUrl, chatText, entryPointId, look } = point;
  const isChatLink = kind === 'counter' || kind === 'click_to_whatsapp' || kind === 'keyword';
  const isForApi = kind === 'api' || kind === 'chat';
  const path = kind === 'api' ? 'submissions' : 'questions';
  return (
    <Card title={t('howTo')}>
      <div className="flex flex-wrap items-start gap-6">
        <div className="grid min-w-0 flex-[1_1_20rem] gap-4">
          {kind === 'website' && (
            <div className="grid gap-1.5">
              <CopyField label={t('snippet')} value={snippetOf(point)} />
              <p className="text-sm text-ink-2">
                {t('snippetHelp')} {look.place === 'modal' && look.trigger === 'click' && t('snippetClick')}
                {look.place === 'checkout' && t('snippetPhone')}
              </p>
            </div>
          )}
          {hasForm(kind) && <CopyField label={t('pageLink')} value={pageUrl} />}
          {isChatLink && <CopyField label={t('chatText')} value={chatText} />}
          {isChatLink && chatUrl !== null && <CopyField label={t('chatLink')} value={chatUrl} />}
          {isForApi && (
            <CopyField
              label={t('address')}
              value={`POST ${window.location.origin}/api/v1/entry-points/${entryPointId}/${path}`}
            />
          )}
          {kind === 'chat' && <p className="text-sm text-ink-2">{t('question')}</p>}
          <div className="flex flex-wrap items-center gap-2">
            {hasForm(kind) && (
              <a
                href={tryUrlOf(point)}
                target="_blank"
                rel="noopener"
                className={buttonLook('plain', 'normal')}
              >
                <ExternalLink aria-hidden className="size-4 shrink-0" />
                {t('tryPage')}
              </a>
            )}
            {(kind === 'counter' || kind === 'page') && (
              <ButtonLink
                icon={Printer}
                to="/opt-in/$entryPointId/sheet"
                params={{ entryPointId }}
                search={{}}
              >
                {t('sheet')}
              </ButtonLink>
            )}
            {hasForm(kind) && <span className="text-sm text-ink-2">{t('tryHelp')}</span>}
          </div>
        </div>
        {isChatLink && chatUrl !== null && <QrCode text={chatUrl} label={t('chatLink')} className="w-40" />}
      </div>
    </Card>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Archive, Check, PenLine, Trash2 } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { everythingOfConsent, type Notice } from '../queries.ts';
import { noticeMessages } from './messages.ts';

/** What may be done with a notice now, and why not where it may not. */
export function NoticeActions({ notice }: { notice: Notice }) {
  const t = useT(noticeMessages);
  const allows = useAllows();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { noticeId, draftVersion, currentVersion, approval } = notice;
  const acted = (said: string): void => {
    refetchQuery(queryClient, everythingOfConsent);
    toast(said, { tone: 'good' });
  };
  const discard = async () => {
    const { removed } = await api.notices.discardDraft({ noticeId });
    if (removed === 'notice') await navigate({ to: '/consent/notices' });
    acted(t('discarded'));
  };
  return (
    <div className="grid gap-3">
      {(approval === 'author' || approval === 'not_permitted') && (
        <Banner tone="info">{t(`mayNot_${approval}`)}</Banner>
      )}
      <div className="flex flex-wrap gap-2">
        {approval === 'allowed' && draftVersion !== null && (
          <ConfirmAction
            icon={Check}
            label={t('approve', { version: draftVersion })}
            title={t('approveTitle', { version: draftVersion })}
            confirm={t('approveAct')}
            act={async () => {
              await api.notices.approve({ noticeId, version: draftVersion });
              acted(t('approved', { version: draftVersion }));
            }}
          >
            <p>{t('approveHelp')}</p>
          </ConfirmAction>
        )}
        {allows('consent.manage') && (
          <ButtonLink
            icon={PenLine}
            to="/consent/notices/$noticeId"
            params={{ noticeId }}
            search={{ act: 'write' }}
          >
            {t(draftVersion === null ? 'write' : 'goOn')}
          </ButtonLink>
        )}
        {allows('consent.manage') && draftVersion !== null && (
          <ConfirmAction
            icon={Trash2}
            label={t('discard')}
            title={t('discardTitle')}
            confirm={t('discardAct')}
            act={discard}
          >
            <p>{t('discardHelp')}</p>
          </ConfirmAction>
        )}
        {allows('consent.approve') && currentVersion !== null && (
          <ConfirmAction
            icon={Archive}
            label={t('retire')}
            title={t('retireTitle')}
            confirm={t('retireAct')}
            act={async () => {
              await api.notices.retire({ noticeId });
              acted(t('retiredNow'));
            }}
          >
            <p>{t('retireHelp')}</p>
          </ConfirmAction>
        )}
      </div>
    </div>
  );
}

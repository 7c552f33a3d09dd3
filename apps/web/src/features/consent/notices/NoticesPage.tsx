import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useAllows, useOpenWorkspace } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { ConsentHeader } from '../ConsentHeader.tsx';
import { noticesQuery } from '../queries.ts';
import { noticeMessages } from './messages.ts';
import { NoticeForm } from './NoticeForm.tsx';
import { NoticeRow } from './NoticeRow.tsx';
import { Purposes } from './Purposes.tsx';
import { starterWords } from './starter-words.ts';
import { useNoticeForm, type NoticeValues } from './use-notice-form.ts';

const route = getRouteApi('/shell/consent/notices');

export function NoticesPage() {
  const t = useT(noticeMessages);
  const { act } = route.useSearch();
  const navigate = route.useNavigate();
  const mayManage = useAllows()('consent.manage');
  const close = () => void navigate({ search: {} });
  const begin = mayManage && (
    <ButtonLink tone="primary" icon={Plus} to="/consent/notices" search={{ act: 'new' }}>
      {t('new')}
    </ButtonLink>
  );
  return (
    <OnlyWith needs={['consent.read']}>
      <Page>
        <ConsentHeader about={t('about')} actions={begin} />
        <div className="grid gap-5">
          <Notices />
          <Purposes />
        </div>
        <Dialog
          open={mayManage && act === 'new'}
          onOpenChange={(next) => !next && close()}
          title={t('new')}
          size="large"
        >
          <BeginNotice onCancel={close} />
        </Dialog>
      </Page>
    </OnlyWith>
  );
}

function Notices() {
  const t = useT(noticeMessages);
  const { data, isError, isFetching, refetch } = useQuery(noticesQuery);
  if (!data)
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={8} />
    );
  if (data.length === 0) return <EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>;
  return (
    <ul aria-label={t('list')} className="divide-y divide-line rounded-lg border border-line bg-raised">
      {data.map((notice) => (
        <NoticeRow key={notice.noticeId} notice={notice} />
      ))}
    </ul>
  );
}

function BeginNotice({ onCancel }: { onCancel: () => void }) {
  const navigate = route.useNavigate();
  const business = useOpenWorkspace()?.name ?? '';
  const initial = {
    name: '',
    purposes: ['promotions'],
    languages: ['en', 'hi'],
    termsUrl: '',
    note: '',
    ...starterWords(business),
  } as NoticeValues;
  const form = useNoticeForm({
    noticeId: null,
    initial,
    onSaved: ({ noticeId }) => void navigate({ to: '/consent/notices/$noticeId', params: { noticeId } }),
  });
  return <NoticeForm form={form} isNew onCancel={onCancel} />;
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { isRefusedWith } from '../../../data/is-refused-with.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Link } from '../../../ui/actions/Link.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { noticeQuery, type Notice } from '../queries.ts';
import { noticeMessages } from './messages.ts';
import { NoticeActions } from './NoticeActions.tsx';
import { NoticeForm } from './NoticeForm.tsx';
import { useNoticeForm, type NoticeValues } from './use-notice-form.ts';
import { VersionList } from './VersionList.tsx';
import { VersionView } from './VersionView.tsx';

const route = getRouteApi('/shell/consent/notices/$noticeId');

export function NoticePage() {
  return (
    <OnlyWith needs={['consent.read']}>
      <Page>
        <OneNotice />
      </Page>
    </OnlyWith>
  );
}

function OneNotice() {
  const t = useT(noticeMessages);
  const { noticeId } = route.useParams();
  const { data, error, isFetching, refetch } = useQuery(noticeQuery(noticeId));
  if (data) return <NoticeView notice={data} />;
  if (error === null)
    return (
      <div className="pt-6">
        <SkeletonLines lines={12} />
      </div>
    );
  // An address that is no id is refused as input.
  if (isRefusedWith(error, 'not_found') || isRefusedWith(error, 'invalid_input'))
    return (
      <EmptyState title={t('missing')} action={<ButtonLink to="/consent/notices">{t('back')}</ButtonLink>}>
        {t('missingHelp')}
      </EmptyState>
    );
  return <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />;
}

function NoticeView({ notice }: { notice: Notice }) {
  const t = useT(noticeMessages);
  const { version: asked, act } = route.useSearch();
  const navigate = route.useNavigate();
  const mayManage = useAllows()('consent.manage');
  const shown = notice.versions.find(({ version }) => version === asked) ?? notice.versions[0];
  const close = () => void navigate({ search: {} });
  return (
    <>
      <PageHeader
        title={notice.name}
        back={<Link to="/consent/notices">{t('back')}</Link>}
        description={t('about')}
      />
      <div className="grid gap-5">
        <NoticeActions notice={notice} />
        <div className="grid items-start gap-5 lg:grid-cols-[16rem_minmax(0,1fr)]">
          <VersionList notice={notice} shown={shown?.version} />
          {shown && (
            <VersionView
              version={shown}
              before={notice.versions.find(({ version }) => version === shown.version - 1)}
            />
          )}
        </div>
      </div>
      <Dialog
        open={mayManage && act === 'write'}
        onOpenChange={(next) => !next && close()}
        title={t(notice.draftVersion === null ? 'write' : 'goOn')}
        size="large"
      >
        <WriteDraft notice={notice} onDone={close} />
      </Dialog>
    </>
  );
}

function WriteDraft({ notice, onDone }: { notice: Notice; onDone: () => void }) {
  const [newest] = notice.versions;
  const words = Object.entries(newest?.texts ?? {}).flatMap(([language, { heading, body, agree }]) =>
    Object.entries({ heading, body, agree }).map(([key, text]) => [`texts.${language}.${key}`, text]),
  );
  const initial = {
    name: notice.name,
    purposes: notice.purposes,
    languages: Object.keys(newest?.texts ?? {}),
    termsUrl: newest?.termsUrl ?? '',
    note: newest?.state === 'draft' ? (newest.note ?? '') : '',
    ...Object.fromEntries(words),
  } as NoticeValues;
  const form = useNoticeForm({ noticeId: notice.noticeId, initial, onSaved: onDone });
  return <NoticeForm form={form} isNew={false} onCancel={onDone} />;
}

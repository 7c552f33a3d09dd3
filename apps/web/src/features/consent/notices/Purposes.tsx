import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Archive, ArchiveRestore, PenLine, Plus } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { purposeWords } from '../purpose-name.ts';
import { everythingOfConsent, purposesQuery, type Purpose } from '../queries.ts';
import { PurposeForm } from './PurposeForm.tsx';
import { purposeMessages } from './purpose-messages.ts';

const route = getRouteApi('/shell/consent/notices');

/** What notices can ask for. */
export function Purposes() {
  const t = useT(purposeMessages);
  const { language } = useLocale();
  const mayManage = useAllows()('consent.manage');
  const { act, purpose: named } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, isError, isFetching, refetch } = useQuery(purposesQuery);
  const close = () => void navigate({ search: {} });
  const changed = data?.find(({ purpose }) => purpose === named) ?? null;
  const add = mayManage && (
    <ButtonLink icon={Plus} size="small" to="/consent/notices" search={{ act: 'purpose' }}>
      {t('new')}
    </ButtonLink>
  );
  return (
    <Card title={t('title')} description={t('help')} actions={add}>
      {data ? (
        <ul aria-label={t('title')} className="divide-y divide-line">
          {data.map((purpose) => (
            <PurposeRow key={purpose.purpose} purpose={purpose} />
          ))}
        </ul>
      ) : isError ? (
        <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonLines lines={4} />
      )}
      <Dialog
        open={mayManage && act === 'purpose' && data !== undefined}
        onOpenChange={(next) => !next && close()}
        title={changed ? t('changeOf', { name: purposeWords(changed.texts, language).name }) : t('new')}
        {...(changed && { description: t('renameHelp') })}
        size="medium"
      >
        <PurposeForm purpose={changed} all={data ?? []} onDone={close} />
      </Dialog>
    </Card>
  );
}

function PurposeRow({ purpose }: { purpose: Purpose }) {
  const t = useT(purposeMessages);
  const { language } = useLocale();
  const mayManage = useAllows()('consent.manage');
  const { name, explanation } = purposeWords(purpose.texts, language);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className={purpose.builtIn ? 'min-w-0' : 'min-w-0 ps-5'}>
        <p className="flex flex-wrap items-center gap-2 font-medium wrap-anywhere">
          {name}
          {!purpose.builtIn && <code className="text-sm font-normal text-ink-2">{purpose.purpose}</code>}
          {purpose.archivedAt && <Badge>{t('archived')}</Badge>}
        </p>
        <p className="max-w-(--measure) text-sm wrap-anywhere text-ink-2">{explanation}</p>
      </div>
      {mayManage && (
        <div className="flex flex-wrap gap-2">
          <ButtonLink
            icon={PenLine}
            size="small"
            to="/consent/notices"
            search={{ act: 'purpose', purpose: purpose.purpose }}
            aria-label={t('changeOf', { name })}
          >
            {t('change')}
          </ButtonLink>
          {!purpose.builtIn && <ArchiveOrRestore purpose={purpose} name={name} />}
        </div>
      )}
    </li>
  );
}

function ArchiveOrRestore({ purpose: { purpose, archivedAt }, name }: { purpose: Purpose; name: string }) {
  const t = useT(purposeMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const acted = (said: string): void => {
    refetchQuery(queryClient, everythingOfConsent);
    toast(said, { tone: 'good' });
  };
  if (archivedAt === null)
    return (
      <ConfirmAction
        icon={Archive}
        size="small"
        label={t('archive')}
        title={t('archiveTitle', { name })}
        confirm={t('archive')}
        act={async () => {
          await api.purposes.archive({ purpose });
          acted(t('archivedNow', { name }));
        }}
      >
        <p>{t('archiveHelp')}</p>
      </ConfirmAction>
    );
  const restore = async (): Promise<void> => {
    try {
      await api.purposes.restore({ purpose });
      acted(t('restored', { name }));
    } catch (error) {
      toast(problems.say(error), { tone: 'bad' });
    }
  };
  return (
    <Button icon={ArchiveRestore} size="small" onClick={() => void restore()}>
      {t('restore')}
    </Button>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { Drawer } from '../../../ui/overlays/Drawer.tsx';
import { AddPeople } from './AddPeople.tsx';
import { ListForm } from './ListForm.tsx';
import { ListOfLists } from './ListOfLists.tsx';
import { Members } from './Members.tsx';
import { suppressionMessages } from './messages.ts';
import { listsQuery } from './queries.ts';
import { SuppressionHeader } from './SuppressionHeader.tsx';

const route = getRouteApi('/shell/consent/suppression');

export function SuppressionPage() {
  return (
    <OnlyWith needs={['consent.read']}>
      <Page>
        <SuppressionHeader />
        <Lists />
      </Page>
    </OnlyWith>
  );
}

function Lists() {
  const t = useT(suppressionMessages);
  const { list: listId, act } = route.useSearch();
  const navigate = route.useNavigate();
  const mayManage = useAllows()('suppression.manage');
  const { data: lists, isError, isFetching, refetch } = useQuery(listsQuery);
  if (!lists)
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={8} />
    );
  const list = lists.find((one) => one.listId === listId);
  const close = () => void navigate({ search: {} });
  return (
    <>
      <ListOfLists lists={lists} mayManage={mayManage} />
      <Drawer
        open={list !== undefined && act === undefined}
        onOpenChange={close}
        title={t('membersOf', { name: list?.name ?? '' })}
      >
        {list && <Members list={list} mayManage={mayManage} />}
      </Drawer>
      <Dialog
        open={mayManage && act === 'new'}
        onOpenChange={(next) => !next && close()}
        title={t('newList')}
        size="medium"
      >
        <ListForm onDone={close} />
      </Dialog>
      <Dialog
        open={mayManage && list !== undefined && act === 'edit'}
        onOpenChange={(next) => !next && close()}
        title={t('editOf', { name: list?.name ?? '' })}
        size="medium"
      >
        {list && <ListForm key={list.listId} list={list} onDone={close} />}
      </Dialog>
      <Dialog
        open={mayManage && list !== undefined && act === 'add'}
        onOpenChange={(next) => !next && close()}
        title={t('addTo', { name: list?.name ?? '' })}
        size="medium"
      >
        {list && <AddPeople list={list} onDone={close} />}
      </Dialog>
    </>
  );
}

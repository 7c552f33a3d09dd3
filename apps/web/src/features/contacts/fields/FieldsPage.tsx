import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus, TextCursorInput } from 'lucide-react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { BackToList } from '../list/BackToList.tsx';
import { ownFieldsQuery } from '../profile/queries.ts';
import { FieldDialog } from './FieldDialog.tsx';
import { FieldList } from './FieldList.tsx';
import { fieldMessages } from './messages.ts';

const route = getRouteApi('/shell/contacts/fields');

export function FieldsPage() {
  return (
    <OnlyWith needs={['contacts.read']}>
      <Page width="read">
        <Fields />
      </Page>
    </OnlyWith>
  );
}

function Fields() {
  const t = useT(fieldMessages);
  const mayConfigure = useAllows()('contacts.configure');
  const { field: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (field: string | undefined) => void navigate({ search: { field } });
  const { data: fields, error, isFetching, refetch } = useQuery(ownFieldsQuery);
  const edited = fields?.find(({ fieldId }) => fieldId === asked);
  const add = mayConfigure && (
    <Button tone="primary" icon={Plus} onClick={() => open('new')}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('about')}
        back={<BackToList />}
        actions={fields && fields.length > 0 && add}
      />
      {fields === undefined && error === null && <SkeletonLines lines={6} />}
      {fields === undefined && error !== null && (
        <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
      {fields?.length === 0 && (
        <EmptyState icon={TextCursorInput} title={t('none')} action={add}>
          {t('noneHelp')}
        </EmptyState>
      )}
      {fields && fields.length > 0 && <FieldList fields={fields} mayConfigure={mayConfigure} onOpen={open} />}
      {mayConfigure && (asked === 'new' || edited) && (
        <FieldDialog key={asked} field={edited} onClose={() => open(undefined)} />
      )}
    </>
  );
}

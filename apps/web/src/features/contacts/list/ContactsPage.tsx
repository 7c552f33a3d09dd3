import { getRouteApi } from '@tanstack/react-router';
import { FileUp, UserPlus } from 'lucide-react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { AddContactDialog } from './AddContactDialog.tsx';
import { ContactsTable } from './ContactsTable.tsx';
import { listMessages } from './messages.ts';
import { listPlaceMessages } from './place-messages.ts';

const route = getRouteApi('/shell/contacts');

export function ContactsPage() {
  const t = useT(listMessages);
  const place = useT(listPlaceMessages);
  const allows = useAllows();
  const { add = false } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (on: boolean) => void navigate({ search: (now) => ({ ...now, add: on || undefined }) });
  const actions = (
    <span className="flex gap-2">
      <span className="flex gap-2 max-sm:hidden">
        <ButtonLink to="/contacts/tags">{t('tags')}</ButtonLink>
        {allows('contacts.configure') && <ButtonLink to="/contacts/fields">{t('fields')}</ButtonLink>}
      </span>
      {allows('contacts.import') && (
        <ButtonLink to="/contacts/imports" icon={FileUp}>
          {t('import')}
        </ButtonLink>
      )}
      {allows('contacts.manage') && (
        <Button tone="primary" icon={UserPlus} onClick={() => open(true)}>
          {t('add')}
        </Button>
      )}
    </span>
  );
  return (
    <OnlyWith needs={['contacts.read']}>
      <Page width="fill">
        <PageHeader title={place('title')} description={t('about')} actions={actions} />
        <ContactsTable onAdd={() => open(true)} />
        <AddContactDialog open={add} onClose={() => open(false)} />
      </Page>
    </OnlyWith>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { ownFieldsQuery } from '../profile/queries.ts';
import { importMessages } from './messages.ts';

type Selection = Parameters<typeof api.contactExports.start>[0]['selection'];

const chosenAtFirst = ['name', 'phone', 'email', 'city', 'language', 'tags'];

/** Opens by its own button: whom it means is what the list shows, or who is selected. */
export function ExportDialog({ selection }: { selection: Selection }) {
  const t = useT(importMessages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={Download} onClick={() => setOpen(true)}>
        {t('export')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('exportTitle')} description={t('exportHelp')}>
        <ExportForm selection={selection} />
      </Dialog>
    </>
  );
}

function ExportForm({ selection }: { selection: Selection }) {
  const t = useT(importMessages);
  const navigate = useNavigate();
  const { say } = useProblems();
  const columns = useExportColumns();
  const [chosen, setChosen] = useState(chosenAtFirst);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const start = async () => {
    if (chosen.length === 0) return setProblem(t('exportNone'));
    setBusy(true);
    try {
      const inOrder = columns.map(({ id }) => id).filter((id) => chosen.includes(id));
      await api.contactExports.start({ selection, columns: inOrder });
      toast(t('exportStarted'), { tone: 'good' });
      await navigate({ to: '/contacts/imports' });
    } catch (error) {
      setProblem(say(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid gap-4">
      <fieldset className="grid gap-2.5">
        <legend className="mb-2 text-sm font-medium">{t('exportColumns')}</legend>
        <div className="grid grid-cols-2 gap-2.5 max-sm:grid-cols-1">
          {columns.map(({ id, label }) => (
            <Checkbox
              key={id}
              label={label}
              checked={chosen.includes(id)}
              onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
            />
          ))}
        </div>
      </fieldset>
      {problem && (
        <div role="alert">
          <Banner tone="bad">{problem}</Banner>
        </div>
      )}
      <div>
        <Button tone="primary" busy={busy} onClick={() => void start()}>
          {t('exportStart')}
        </Button>
      </div>
    </div>
  );
}

function useExportColumns(): { id: string; label: string }[] {
  const t = useT(importMessages);
  const { data: fields = [] } = useQuery(ownFieldsQuery);
  return [
    { id: 'name', label: t('target_name') },
    { id: 'profileName', label: t('column_profileName') },
    { id: 'phone', label: t('target_phone') },
    { id: 'email', label: t('target_email') },
    { id: 'city', label: t('target_city') },
    { id: 'language', label: t('target_language') },
    { id: 'country', label: t('column_country') },
    { id: 'owner', label: t('column_owner') },
    { id: 'tags', label: t('column_tags') },
    { id: 'source', label: t('column_source') },
    { id: 'createdAt', label: t('column_createdAt') },
    ...fields.map(({ key, name }) => ({ id: `fields.${key}`, label: name })),
  ];
}

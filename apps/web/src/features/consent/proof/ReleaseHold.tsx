import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { everythingOfConsent } from '../queries.ts';
import { proofMessages } from './messages.ts';

/** A person looked, and says how. */
export function ReleaseHold({ contactId, name }: { contactId: string; name: string }) {
  const t = useT(proofMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const [open, setOpen] = useState(false);
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() === '' ? t('releaseReason') : undefined }),
    save: async ({ reason }) => {
      try {
        await api.consent.release({ contactId, reason });
        refetchQuery(queryClient, everythingOfConsent);
        toast(t('released'), { tone: 'good' });
        setOpen(false);
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('release')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('releaseTitle', { name })}
        description={t('releaseHelp')}
      >
        <Form form={form}>
          <Field bind={form.field('reason')} label={t('releaseReason')} required>
            <TextField maxLength={300} placeholder={t('releaseExample')} />
          </Field>
          <FormActions label={t('release')} saving={form.saving} onCancel={() => setOpen(false)} />
        </Form>
      </Dialog>
    </>
  );
}

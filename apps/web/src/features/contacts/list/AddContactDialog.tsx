import { useNavigate } from '@tanstack/react-router';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { listMessages } from './messages.ts';

interface AddContactDialogProps {
  open: boolean;
  onClose: () => void;
}

export function AddContactDialog({ open, onClose }: AddContactDialogProps) {
  const t = useT(listMessages);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('add')}
      description={t('addHelp')}
    >
      <AddContactForm onCancel={onClose} />
    </Dialog>
  );
}

function AddContactForm({ onCancel }: { onCancel: () => void }) {
  const t = useT(listMessages);
  const navigate = useNavigate();
  const problems = useProblems();
  const form = useForm({
    initial: { phone: '', name: '' },
    check: ({ phone }) => ({ phone: phone.trim() === '' ? t('phoneMissing') : undefined }),
    save: async ({ phone, name }) => {
      try {
        const written = name.trim();
        const { contactId } = await api.contacts.create({ phone, ...(written ? { name: written } : {}) });
        await navigate({ to: '/contacts/$contactId', params: { contactId } });
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form}>
      <Field bind={form.field('phone')} label={t('phoneColumn')} help={t('phoneHelp')} required>
        <TextField type="tel" autoComplete="off" placeholder="98765 43210" maxLength={60} />
      </Field>
      <Field bind={form.field('name')} label={t('name')}>
        <TextField autoComplete="off" placeholder="मीरा पटेल" maxLength={200} />
      </Field>
      <FormActions label={t('add')} saving={form.saving} onCancel={onCancel} />
    </Form>
  );
}

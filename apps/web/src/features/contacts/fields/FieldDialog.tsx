import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { ownFieldsQuery, type OwnField } from '../profile/queries.ts';
import { kinds, useFieldForm } from './use-field-form.ts';
import { fieldMessages } from './messages.ts';

interface FieldDialogProps {
  /** Undefined for a new one. */
  field: OwnField | undefined;
  onClose: () => void;
}

export function FieldDialog({ field, onClose }: FieldDialogProps) {
  const t = useT(fieldMessages);
  const form = useFieldForm(field, onClose);
  const { kind } = form.values;
  const isChosen = kind === 'choice' || kind === 'choices';
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={field ? field.name : t('newField')}>
      <Form form={form}>
        <Field bind={form.field('name')} label={t('name')} required>
          <TextField maxLength={80} autoComplete="off" placeholder={t('exampleName')} />
        </Field>
        {field === undefined && (
          <Field bind={form.field('kind')} label={t('kind')} help={t(`help_${kind}`)} required>
            <Select options={kinds.map((one) => ({ value: one, label: t(`kind_${one}`) }))} />
          </Field>
        )}
        {isChosen && (
          <Field
            bind={form.field('choices')}
            label={t('choices')}
            help={t(field ? 'choicesKept' : 'choicesHelp')}
            required
          >
            <TextArea rows={4} placeholder={t('exampleChoices')} />
          </Field>
        )}
        <FormActions label={t(field ? 'save' : 'add')} saving={form.saving} onCancel={onClose}>
          {field && <ArchiveButton field={field} onDone={onClose} />}
        </FormActions>
      </Form>
    </Dialog>
  );
}

/** Values stay, so archiving needs no question and is taken back as easily. */
function ArchiveButton({ field, onDone }: { field: OwnField; onDone: () => void }) {
  const t = useT(fieldMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const isArchived = field.archivedAt !== null;
  const change = async (archived: boolean): Promise<void> => {
    setBusy(true);
    try {
      await api.contactFields.update({ fieldId: field.fieldId, archived });
      refetchQuery(queryClient, ownFieldsQuery);
      if (archived) toast(t('archivedNow', { name: field.name }), { undo: () => change(false) });
      onDone();
    } catch (error) {
      toast(problems.say(error), { tone: 'bad' });
      setBusy(false);
    }
  };
  return (
    <span className="ms-auto">
      <Button tone="quiet" busy={busy} onClick={() => void change(!isArchived)}>
        {t(isArchived ? 'restore' : 'archive')}
      </Button>
    </span>
  );
}

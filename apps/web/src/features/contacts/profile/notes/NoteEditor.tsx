import { api } from '../../../../data/api.ts';
import { useProblems } from '../../../../data/use-problems.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Field } from '../../../../ui/fields/Field.tsx';
import { TextArea } from '../../../../ui/fields/TextArea.tsx';
import { FocusOnArrival } from '../../../../ui/form/FocusOnArrival.tsx';
import { Form } from '../../../../ui/form/Form.tsx';
import { FormActions } from '../../../../ui/form/FormActions.tsx';
import { useForm } from '../../../../ui/form/use-form.ts';
import { noteMessages } from './messages.ts';

interface NoteEditorProps {
  noteId: string;
  body: string;
  onClose: () => void;
  onSaved: () => void;
}

export function NoteEditor({ noteId, body, onClose, onSaved }: NoteEditorProps) {
  const t = useT(noteMessages);
  const problems = useProblems();
  const form = useForm({
    initial: { body },
    check: (values) => ({ body: values.body.trim() === '' ? t('empty') : undefined }),
    save: async (values) => {
      try {
        await api.contactNotes.edit({ noteId, body: values.body });
        onSaved();
        onClose();
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form} className="gap-3">
      <FocusOnArrival>
        <Field bind={form.field('body')} label={t('write')} hideLabel required>
          <TextArea rows={2} maxLength={4000} />
        </Field>
      </FocusOnArrival>
      <FormActions label={t('save')} saving={form.saving} onCancel={onClose} />
    </Form>
  );
}

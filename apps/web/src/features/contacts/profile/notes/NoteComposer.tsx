import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../data/api.ts';
import { refetchQuery } from '../../../../data/patch-query.ts';
import { useProblems } from '../../../../data/use-problems.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Field } from '../../../../ui/fields/Field.tsx';
import { TextArea } from '../../../../ui/fields/TextArea.tsx';
import { Form } from '../../../../ui/form/Form.tsx';
import { FormActions } from '../../../../ui/form/FormActions.tsx';
import { useForm } from '../../../../ui/form/use-form.ts';
import { noteMessages } from './messages.ts';

/** What is typed stays through a reload until it is saved; Ctrl and Enter saves. */
export function NoteComposer({ contactId }: { contactId: string }) {
  const t = useT(noteMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const form = useForm({
    initial: { body: '' },
    draft: `contacts.note.${contactId}`,
    save: async ({ body }) => {
      try {
        await api.contactNotes.write({ contactId, body });
        form.reset({ body: '' });
        refetchQuery(queryClient, { queryKey: ['contacts', 'timeline', contactId] });
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  const isEmpty = form.values.body.trim() === '';
  return (
    <Form form={form} className="gap-3">
      <Field label={t('write')} hideLabel error={form.problems['body']}>
        <TextArea
          rows={2}
          maxLength={4000}
          placeholder={t('placeholder')}
          value={form.values.body}
          onChange={(body) => form.set({ body })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isEmpty) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </Field>
      {!isEmpty && (
        <FormActions label={t('add')} saving={form.saving} onCancel={() => form.reset({ body: '' })}>
          <span className="text-sm text-ink-3">{t('onlyUs')}</span>
        </FormActions>
      )}
    </Form>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm, type Form as FormOf } from '../../../ui/form/use-form.ts';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { ColorChoice } from './ColorChoice.tsx';
import { tagMessages } from './messages.ts';
import { tagsQuery, type ContactTag } from './queries.ts';

interface TagDialogProps {
  /** Undefined for a new one. */
  tag: ContactTag | undefined;
  onClose: () => void;
}

export function TagDialog({ tag, onClose }: TagDialogProps) {
  const t = useT(tagMessages);
  const form = useTagForm(tag, onClose);
  const { name, color } = form.values;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={tag ? tag.name : t('newTag')}>
      <Form form={form}>
        <Field bind={form.field('name')} label={t('name')} required>
          <TextField maxLength={60} autoComplete="off" placeholder={t('exampleName')} />
        </Field>
        <ColorChoice
          value={color}
          example={name.trim() || t('exampleName')}
          onChange={(next) => form.set({ color: next })}
        />
        <FormActions label={t(tag ? 'save' : 'add')} saving={form.saving} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}

type TagValues = { name: string; color: ContactTag['color'] };

function useTagForm(tag: ContactTag | undefined, onSaved: () => void): FormOf<TagValues> {
  const t = useT(tagMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const put = async (tagId: string, values: TagValues): Promise<void> => {
    await api.contactTags.update({ tagId, ...values });
    refetchQuery(queryClient, tagsQuery);
  };
  return useForm<TagValues>({
    initial: { name: tag?.name ?? '', color: tag?.color ?? 'teal' },
    check: ({ name }) => ({ name: name.trim() === '' ? t('nameMissing') : undefined }),
    save: async ({ name, color }) => {
      const given = { name: name.trim(), color };
      try {
        if (tag) await put(tag.tagId, given);
        else await api.contactTags.create(given);
        refetchQuery(queryClient, tagsQuery);
        if (tag)
          toast(t('changed', { name: given.name }), {
            undo: () => put(tag.tagId, { name: tag.name, color: tag.color }),
          });
        onSaved();
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
}

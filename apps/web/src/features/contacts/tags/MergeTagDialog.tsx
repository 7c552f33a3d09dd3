import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Combobox } from '../../../ui/fields/Combobox.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { tagMessages } from './messages.ts';
import { tagCountsQuery, tagsQuery, type ContactTag } from './queries.ts';

interface MergeTagDialogProps {
  /** The one that goes. */
  tag: ContactTag;
  tags: readonly ContactTag[];
  onClose: () => void;
}

export function MergeTagDialog({ tag, tags, onClose }: MergeTagDialogProps) {
  const t = useT(tagMessages);
  const problems = useProblems();
  const queryClient = useQueryClient();
  const { data: counts } = useQuery(tagCountsQuery);
  const { tagId: fromId, name } = tag;
  const form = useForm({
    initial: { into: '' },
    check: ({ into }) => ({ into: into === '' ? t('mergeMissing') : undefined }),
    save: async ({ into: tagId }) => {
      try {
        const { name: into } = await api.contactTags.merge({ tagId, fromId });
        refetchQuery(queryClient, tagsQuery);
        toast(t('merged', { name, into }));
        onClose();
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  const others = tags.filter(({ tagId }) => tagId !== fromId);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('mergeTitle', { name })}
      description={t('mergeHelp', { name, count: counts?.get(fromId) ?? 0 })}
    >
      <Form form={form}>
        <Field bind={form.field('into')} label={t('mergeInto')} required>
          <Combobox
            label={t('mergeInto')}
            options={others.map((other) => ({ value: other.tagId, label: other.name }))}
          />
        </Field>
        <FormActions label={t('mergeNow')} saving={form.saving} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { ConfirmDialog } from '../../../ui/overlays/ConfirmDialog.tsx';
import { tagMessages } from './messages.ts';
import { tagCountsQuery, tagsQuery, type ContactTag } from './queries.ts';

interface RemoveTagDialogProps {
  tag: ContactTag;
  open: boolean;
  onClose: () => void;
}

export function RemoveTagDialog({ tag: { tagId, name }, open, onClose }: RemoveTagDialogProps) {
  const t = useT(tagMessages);
  const { say } = useProblems();
  const queryClient = useQueryClient();
  const { data: counts } = useQuery(tagCountsQuery);
  const [problem, setProblem] = useState<string>();
  const remove = async () => {
    try {
      await api.contactTags.remove({ tagId });
    } catch (error) {
      setProblem(say(error));
      throw error;
    }
    refetchQuery(queryClient, tagsQuery);
    toast(t('removed', { name }));
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('removeTitle', { name })}
      confirm={t('remove')}
      problem={problem}
      onConfirm={remove}
    >
      <p>{t('removeHelp', { count: counts?.get(tagId) ?? 0 })}</p>
    </ConfirmDialog>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { jumpTo } from './findings/jump-to.ts';
import { editorMessages } from './messages.ts';
import type { Draft, Family } from './queries.ts';
import { useEditor } from './state/editor-context.ts';

interface ReviewDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  family: Family;
  draft: Draft;
}

export function ReviewDialog({ open, onOpenChange, family, draft }: ReviewDialogProps) {
  const t = useT(editorMessages);
  const { findings } = useEditor();
  const blocking = findings.all.filter(({ severity }) => severity === 'blocks');
  const [first] = blocking;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={first ? t('notYet') : t('askReview')}
      description={first ? t('notYetHelp', { count: blocking.length }) : t('askReviewHelp')}
    >
      {first ? (
        <div className="grid gap-3">
          <ul className="grid list-disc gap-1 ps-5 text-body">
            {blocking.slice(0, 5).map(({ key, says }) => (
              <li key={key}>{says}</li>
            ))}
          </ul>
          <Button
            tone="primary"
            className="justify-self-end"
            onClick={() => {
              onOpenChange(false);
              // The dialog gives the keyboard back to its button first.
              setTimeout(() => jumpTo(first.field), 50);
            }}
          >
            {t('showFirst')}
          </Button>
        </div>
      ) : (
        <Ask family={family} draft={draft} />
      )}
    </Dialog>
  );
}

function Ask({ family, draft }: { family: Family; draft: Draft }) {
  const t = useT(editorMessages);
  const problems = useProblems();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { editor } = useEditor();
  const [note, setNote] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      api.templateDrafts.requestReview({
        variantId: draft.variantId,
        revision: editor.revision,
        note: note.trim() || null,
      }),
    onSuccess: async () => {
      toast(t('asked'));
      await navigate({ to: '/templates/$familyId', params: { familyId: family.familyId } });
      void queryClient.invalidateQueries({ queryKey: ['template-editor'] });
    },
  });
  const isUnsaved = editor.state !== 'saved';
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <Field label={t('note')} help={t('noteHelp')}>
        <TextArea value={note} onChange={setNote} maxLength={2000} />
      </Field>
      {ask.isError && <Banner tone="bad">{problems.say(ask.error)}</Banner>}
      <div className="flex flex-wrap items-center justify-end gap-3">
        {isUnsaved && <span className="text-sm text-ink-2">{t('waitSaved')}</span>}
        <Button type="submit" tone="primary" disabled={isUnsaved} busy={ask.isPending}>
          {t('askReview')}
        </Button>
      </div>
    </form>
  );
}

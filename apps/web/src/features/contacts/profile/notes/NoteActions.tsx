import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Trash2 } from 'lucide-react';
import { api } from '../../../../data/api.ts';
import { refetchQuery } from '../../../../data/patch-query.ts';
import { useAccount, useAllows } from '../../../../data/use-workspace.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../../shell/ConfirmAction.tsx';
import { Button } from '../../../../ui/actions/Button.tsx';
import type { Line } from '../queries.ts';
import { noteMessages } from './messages.ts';
import { NoteEditor } from './NoteEditor.tsx';

interface NoteActionsProps {
  line: Line;
  body: string;
}

/** The note itself, and for who may: correct it, delete it. */
export function NoteActions({ line, body }: NoteActionsProps) {
  const t = useT(noteMessages);
  const queryClient = useQueryClient();
  const allows = useAllows();
  const { userId } = useAccount();
  const [editing, setEditing] = useState(false);
  const noteId = String(line.data['noteId']);
  const isMine = line.actor.kind === 'user' && line.actor.id === userId;
  const mayEdit = isMine && allows('contacts.manage');
  const mayRemove = mayEdit || (allows('contacts.manage') && allows('contacts.configure'));
  const refresh = () => refetchQuery(queryClient, { queryKey: ['contacts', 'timeline'] });
  if (editing) {
    return <NoteEditor noteId={noteId} body={body} onClose={() => setEditing(false)} onSaved={refresh} />;
  }
  return (
    <>
      <p className="rounded-md bg-sunken px-3 py-2 text-body wrap-anywhere whitespace-pre-line">{body}</p>
      {mayRemove && (
        <div className="flex gap-2 opacity-0 group-hover:opacity-100 focus-within:opacity-100 pointer-coarse:opacity-100">
          {mayEdit && (
            <Button size="small" tone="quiet" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          )}
          <ConfirmAction
            label={t('remove')}
            icon={Trash2}
            size="small"
            title={t('removeTitle')}
            confirm={t('removeConfirm')}
            act={async () => {
              await api.contactNotes.remove({ noteId });
              refresh();
            }}
          >
            <p>{t('removeHelp')}</p>
          </ConfirmAction>
        </div>
      )}
    </>
  );
}

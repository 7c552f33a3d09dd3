import { Tag, TagsIcon, TextCursorInput, UserRound } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../../data/api.ts';
import { useProblems } from '../../../../data/use-problems.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Checkbox } from '../../../../ui/fields/Checkbox.tsx';
import { toast } from '../../../../ui/feedback/toast-store.ts';
import { listMessages } from '../messages.ts';
import type { Asked } from '../queries.ts';
import { PickField } from './PickField.tsx';
import { PickOwner } from './PickOwner.tsx';
import { PickTag } from './PickTag.tsx';

type Action = Parameters<typeof api.contactBulks.start>[0]['action'];

interface BulkActionsProps {
  selected: readonly string[];
  /** Offered when all that is loaded is selected and there are more. */
  everybody: { asked: Asked; count: { count: number; more: boolean } | undefined } | undefined;
  onStarted: (bulkId: string) => void;
}

export function BulkActions({ selected, everybody, onStarted }: BulkActionsProps) {
  const t = useT(listMessages);
  const { say } = useProblems();
  const [wholeList, setWholeList] = useState(false);
  const isEverybody = wholeList && everybody !== undefined;
  const start = async (action: Action) => {
    const selection = isEverybody
      ? { everybody: everybody.asked }
      : { contactIds: selected.slice(0, mostSelected) };
    onStarted((await api.contactBulks.start({ selection, action })).bulkId);
  };
  const act = async (action: Action) => {
    try {
      await start(action);
    } catch (error) {
      toast(say(error), { tone: 'bad' });
    }
  };
  return (
    <>
      {everybody && (
        <span className="pe-2">
          <Checkbox
            label={
              everybody.count?.more
                ? t('everybodyMany')
                : t('everybody', { count: everybody.count?.count ?? 0 })
            }
            checked={wholeList}
            onChange={setWholeList}
          />
        </span>
      )}
      <PickTag
        trigger={<Button icon={Tag}>{t('addTag')}</Button>}
        label={t('addTag')}
        mayCreate
        onPick={(tagId) => act({ kind: 'add_tag', tagId })}
      />
      <PickTag
        trigger={<Button icon={TagsIcon}>{t('removeTag')}</Button>}
        label={t('removeTag')}
        onPick={(tagId) => act({ kind: 'remove_tag', tagId })}
      />
      <PickOwner
        trigger={<Button icon={UserRound}>{t('setOwner')}</Button>}
        onPick={(ownerId) => act({ kind: 'set_owner', ownerId })}
      />
      <PickField
        trigger={<Button icon={TextCursorInput}>{t('setField')}</Button>}
        onPick={(key, value) => start({ kind: 'set_field', key, value })}
      />
    </>
  );
}

/** What one request takes; whoever wants more means everybody. */
const mostSelected = 2000;

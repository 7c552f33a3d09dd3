import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../../data/api.ts';
import { refetchQuery } from '../../../../data/patch-query.ts';
import { useProblems } from '../../../../data/use-problems.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Banner } from '../../../../ui/feedback/Banner.tsx';
import { SkeletonLines } from '../../../../ui/feedback/SkeletonLines.tsx';
import { toast } from '../../../../ui/feedback/toast-store.ts';
import { mergePreviewQuery, type MergePreview as Preview } from '../queries.ts';
import { useName } from '../use-name.ts';
import { ConflictRow } from './ConflictRow.tsx';
import { FilledList } from './FilledList.tsx';
import { mergeMessages } from './messages.ts';

interface MergePreviewProps {
  contactId: string;
  fromId: string;
  onBack: () => void;
  onMerged: () => void;
}

/** Side by side what both have something else in, with the choice of whose counts; then what would be added. */
export function MergePreview({ contactId, fromId, onBack, onMerged }: MergePreviewProps) {
  const t = useT(mergeMessages);
  const problems = useProblems();
  const { data: preview, error } = useQuery(mergePreviewQuery(contactId, fromId));
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const { merge, busy, problem } = useMerge({ contactId, fromId, take: [...taken], onMerged });
  const nameOf = useName();
  // The two are often called the same; their numbers tell them apart.
  const fullName = (contact: Preview['into']) => Object.values(nameOf(contact)).filter(Boolean).join(', ');
  const refusal = problem ?? error;
  const choose = (name: string, takes: boolean) =>
    setTaken((now) => new Set(takes ? [...now, name] : [...now].filter((one) => one !== name)));
  return (
    <div className="grid gap-5">
      {refusal !== null && <Banner tone="bad">{problems.say(refusal)}</Banner>}
      {preview === undefined && error === null && <SkeletonLines lines={5} />}
      {preview && (
        <>
          {preview.conflicts.length > 0 && (
            <div className="grid gap-3">
              <h3 className="text-body font-semibold">{t('conflicts')}</h3>
              {preview.conflicts.map((conflict) => (
                <ConflictRow
                  key={conflict.name}
                  conflict={conflict}
                  names={{ stays: fullName(preview.into), goes: fullName(preview.from) }}
                  takes={taken.has(conflict.name)}
                  onChoose={(takes) => choose(conflict.name, takes)}
                />
              ))}
            </div>
          )}
          <FilledList preview={preview} />
          <p className="text-body text-ink-2">{t('consent')}</p>
        </>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onBack}>{t('another')}</Button>
        <Button tone="primary" busy={busy} disabled={preview === undefined} onClick={() => void merge()}>
          {t('merge')}
        </Button>
      </div>
    </div>
  );
}

interface Merging {
  contactId: string;
  fromId: string;
  take: string[];
  onMerged: () => void;
}

/** The toast takes it back for as long as it stands; later the page does. */
function useMerge({ contactId, fromId, take, onMerged }: Merging) {
  const t = useT(mergeMessages);
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const merge = async (): Promise<void> => {
    setBusy(true);
    try {
      const { mergeId } = await api.contacts.merge({ contactId, fromId, take });
      const refresh = () => refetchQuery(queryClient, { queryKey: ['contacts'] });
      refresh();
      toast(t('merged'), {
        tone: 'good',
        undo: async () => {
          await api.contacts.undoMerge({ mergeId });
          refresh();
        },
      });
      onMerged();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return { merge, busy, problem };
}

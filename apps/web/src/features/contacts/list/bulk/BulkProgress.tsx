import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../data/api.ts';
import { useProblems } from '../../../../data/use-problems.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Banner } from '../../../../ui/feedback/Banner.tsx';
import { toast } from '../../../../ui/feedback/toast-store.ts';
import { listMessages } from '../messages.ts';
import { bulkQuery } from '../queries.ts';

/** How far a change of many is; it goes on when this is closed. */
export function BulkProgress({ bulkId, onClose }: { bulkId: string; onClose: () => void }) {
  const t = useT(listMessages);
  const { say } = useProblems();
  const queryClient = useQueryClient();
  const { data: bulk } = useQuery({
    ...bulkQuery(bulkId),
    refetchInterval: ({ state }) => (isGoing(state.data?.state) ? 2000 : false),
  });
  if (!bulk) return null;
  const ask = async (verb: 'stop' | 'undo') => {
    try {
      queryClient.setQueryData(bulkQuery(bulkId).queryKey, await api.contactBulks[verb]({ bulkId }));
    } catch (error) {
      toast(say(error), { tone: 'bad' });
    }
  };
  const action =
    bulk.state === 'running' ? (
      <Button size="small" onClick={() => void ask('stop')}>
        {t('stop')}
      </Button>
    ) : (
      bulk.canUndo && (
        <Button size="small" onClick={() => void ask('undo')}>
          {t('undo')}
        </Button>
      )
    );
  const { seen, total, changed: count } = bulk;
  return (
    <div className="pb-3" aria-live="polite">
      <Banner tone={isGoing(bulk.state) ? 'info' : 'good'} action={action} onClose={onClose}>
        {t(`bulk_${bulk.state}`, { seen, total, count })}
      </Banner>
    </div>
  );
}

const isGoing = (state: string | undefined): boolean => state === 'running' || state === 'undoing';

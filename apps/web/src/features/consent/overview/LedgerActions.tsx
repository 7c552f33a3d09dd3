import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, PenLine, ShieldCheck } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { downloadFile } from '../../../data/download-file.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useAllows, useOpenWorkspace } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { saveFile } from '../save-file.ts';
import { ledgerQuery, type Ledger } from '../queries.ts';
import { overviewMessages } from './messages.ts';

export function LedgerActions({ ledger: { entries, verification } }: { ledger: Ledger }) {
  const t = useT(overviewMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const mayManage = useAllows()('consent.manage');
  const onError = (error: Error) => toast(problems.say(error), { tone: 'bad' });
  const onSettled = () => refetchQuery(queryClient, ledgerQuery);
  const verify = useMutation({ mutationFn: () => api.ledger.verify({}), onError, onSettled });
  const sign = useMutation({
    mutationFn: () => api.ledger.checkpoint({}),
    onSuccess: ({ seq }) => toast(t('signed', { seq })),
    onError,
    onSettled,
  });
  const isChecking = verify.isPending || (verification !== null && verification.finishedAt === null);
  return (
    <div className="flex flex-wrap gap-2">
      <Button icon={ShieldCheck} busy={isChecking} onClick={() => verify.mutate()}>
        {t('verify')}
      </Button>
      {mayManage && entries > 0 && (
        <>
          <Button icon={PenLine} busy={sign.isPending} onClick={() => sign.mutate()}>
            {t('sign')}
          </Button>
          <DownloadLedger />
        </>
      )}
    </div>
  );
}

function DownloadLedger() {
  const t = useT(overviewMessages);
  const workspaceId = useOpenWorkspace()?.workspaceId ?? '';
  const download = useMutation({
    mutationFn: async () => {
      saveFile(
        await downloadFile('/consent/ledger/export', workspaceId),
        `consent-ledger-${workspaceId.slice(0, 8)}.ndjson`,
      );
    },
    onError: () => toast(t('downloadFailed'), { tone: 'bad' }),
  });
  return (
    <Button icon={Download} busy={download.isPending} onClick={() => download.mutate()}>
      {t('download')}
    </Button>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { BusinessNumber } from '../../../data/numbers.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { ActionCard } from '../connection/ActionCard.tsx';
import { keepLastTest, lastTestOf } from './last-test.ts';
import { LiveTestForm } from './LiveTestForm.tsx';
import { liveTestQuery } from './live-test-query.ts';
import { liveTestMessages } from './messages.ts';
import { TestProgress } from './TestProgress.tsx';

const route = getRouteApi('/shell/numbers/$numberId');

/** A real message to a phone in the room: the whole way there and back, step by step. */
export function LiveTest({ number: { numberId, accountId } }: { number: BusinessNumber }) {
  const t = useT(liveTestMessages);
  const navigate = route.useNavigate();
  const { test = lastTestOf(numberId) } = route.useSearch();
  const [again, setAgain] = useState(false);
  const { data, isError } = useQuery({ ...liveTestQuery(test ?? ''), enabled: test !== undefined });
  const shown = test !== undefined && !isError && !again;
  const begun = (testId: string): void => {
    keepLastTest(numberId, testId);
    setAgain(false);
    void navigate({ search: { test: testId }, replace: true, resetScroll: false });
  };
  return (
    <ActionCard
      anchor="live-test"
      title={t('title')}
      description={t('about')}
      action={
        shown &&
        data &&
        data.state !== 'running' && (
          <Button icon={RotateCw} onClick={() => setAgain(true)}>
            {t('again')}
          </Button>
        )
      }
    >
      {shown ? (
        data ? (
          <TestProgress test={data} />
        ) : (
          <SkeletonLines lines={5} />
        )
      ) : (
        <LiveTestForm
          numberId={numberId}
          accountId={accountId}
          phone={data?.phone ?? ''}
          template={data?.template}
          onBegun={begun}
        />
      )}
    </ActionCard>
  );
}

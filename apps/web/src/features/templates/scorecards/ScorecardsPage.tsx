import { useQuery } from '@tanstack/react-query';
import { useSentence } from '../../../data/use-sentence.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { TemplatesHeader } from '../TemplatesHeader.tsx';
import { ActionLog } from './ActionLog.tsx';
import { scorecardMessages } from './messages.ts';
import { scorecardsQuery } from './queries.ts';
import { RulesEditor } from './RulesEditor.tsx';
import { ScoreTable } from './ScoreTable.tsx';

export function ScorecardsPage() {
  const t = useT(scorecardMessages);
  return (
    <OnlyWith needs={['templates.read']}>
      <Page>
        <TemplatesHeader about={t('about')} />
        <div className="grid gap-5">
          <Scores />
          <ActionLog />
          <RulesEditor />
        </div>
      </Page>
    </OnlyWith>
  );
}

function Scores() {
  const t = useT(scorecardMessages);
  const say = useSentence();
  const { data, isError, isFetching, refetch } = useQuery(scorecardsQuery);
  if (isError) return <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />;
  if (!data) return <SkeletonLines lines={8} />;
  return (
    <>
      {data.items.length > 0 && <Banner tone="info">{say(data.hidden.sentence)}</Banner>}
      <ScoreTable rows={data.items} />
    </>
  );
}

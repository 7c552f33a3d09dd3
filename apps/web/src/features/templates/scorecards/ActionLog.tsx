import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { useSentence } from '../../../data/use-sentence.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { formatMicros } from '../../../i18n/format-number.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { ConfirmDialog } from '../../../ui/overlays/ConfirmDialog.tsx';
import { scorecardMessages } from './messages.ts';
import { actionsQuery, type RuleAct } from './queries.ts';
import { useScoreAct } from './use-score-act.ts';

export function ActionLog() {
  const t = useT(scorecardMessages);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(actionsQuery);
  const acts = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Card title={t('log')}>
      {data && acts.length === 0 && <p className="text-body text-ink-2">{t('noLog')}</p>}
      <ul aria-label={t('log')} className="grid gap-4 empty:hidden">
        {acts.map((act) => (
          <Entry key={act.actionId} act={act} />
        ))}
      </ul>
      {hasNextPage && (
        <Button className="mt-4" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Card>
  );
}

function Entry({ act }: { act: RuleAct }) {
  const t = useT(scorecardMessages);
  const say = useSentence();
  const mayDecide = useAllows()('templates.review');
  const { state, endedBy, sources, instead } = act;
  return (
    <li className="grid gap-1 border-b border-line pb-4 last:border-0 last:pb-0">
      <span className="flex flex-wrap items-center gap-2">
        <strong className="font-medium">
          {act.template} · {act.language}
        </strong>
        <Badge tone={state === 'active' ? 'warn' : 'neutral'}>{t(act.action)}</Badge>
        <span className="text-sm text-ink-2">
          {state === 'active' ? t('active') : t(state === 'over' ? 'over' : 'undoneState')}
          {endedBy?.name && ` ${t('by', { name: endedBy.name })}`} · <Time at={act.at} />
        </span>
      </span>
      <span className="text-body">{say(act.reason)}</span>
      <span className="text-sm text-ink-2 empty:hidden">
        {instead !== null && `${t('instead', { name: instead })} `}
        {sources > 0 && t('sources', { count: sources })}
      </span>
      <Price act={act} />
      {act.note && (
        <span className="text-sm text-ink-2">{act.note === 'appeal' ? t('appealed') : act.note}</span>
      )}
      {mayDecide && state === 'active' && <Decide act={act} />}
    </li>
  );
}

function Price({ act: { price } }: { act: RuleAct }) {
  const t = useT(scorecardMessages);
  const locale = useLocale();
  if (price?.currency == null || price.before === null || price.after === null) return null;
  const { currency } = price;
  const say = (micros: number): string => formatMicros(micros, currency, locale);
  return (
    <span className="text-body">{t('cost', { before: say(price.before), after: say(price.after) })}</span>
  );
}

function Decide({ act: { actionId, rule, template, note } }: { act: RuleAct }) {
  const t = useT(scorecardMessages);
  const [asking, setAsking] = useState(false);
  const { busy, run, attempt } = useScoreAct();
  const answer = (word: 'accept' | 'appeal' | 'switch') =>
    void run(() => api.templateScorecards.answer({ actionId, answer: word }), t('decided'));
  if (rule === 'recategorised') {
    return (
      <span className="flex flex-wrap gap-2 pt-1">
        <Button disabled={busy} onClick={() => answer('accept')}>
          {t('accept')}
        </Button>
        <Button disabled={busy} onClick={() => answer('switch')}>
          {t('switch')}
        </Button>
        {note !== 'appeal' && (
          <Button disabled={busy} onClick={() => answer('appeal')}>
            {t('appeal')}
          </Button>
        )}
      </span>
    );
  }
  return (
    <span className="pt-1">
      <Button onClick={() => setAsking(true)}>{t('undo')}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('undoTitle', { name: template })}
        confirm={t('undo')}
        onConfirm={() => attempt(() => api.templateScorecards.undo({ actionId }), t('undone'))}
      >
        {t('undoHelp')}
      </ConfirmDialog>
    </span>
  );
}

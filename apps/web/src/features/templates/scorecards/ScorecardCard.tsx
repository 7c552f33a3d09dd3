import { useQuery } from '@tanstack/react-query';
import { useSentence } from '../../../data/use-sentence.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Sparkline } from '../../../ui/charts/Sparkline.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { useStatusWords } from '../use-status-words.ts';
import { scorecardMessages } from './messages.ts';
import { scorecardQuery, type Scorecard, type ScoreRow } from './queries.ts';
import { RateText } from './RateText.tsx';
import { Holds } from './ScoreTable.tsx';

/** In the page of one template: how each of its languages does. */
export function ScorecardCard({ familyId }: { familyId: string }) {
  const t = useT(scorecardMessages);
  const say = useSentence();
  const { data } = useQuery(scorecardQuery(familyId));
  if (data === undefined || data.languages.length === 0) return null;
  return (
    <Card
      title={t('scorecard')}
      description={say(data.hidden.sentence)}
      actions={<Link to="/templates/scorecards">{t('all')}</Link>}
    >
      <div className="grid gap-6">
        {data.languages.map((language) => (
          <OneLanguage key={language.templateId} language={language} />
        ))}
      </div>
    </Card>
  );
}

function OneLanguage({ language: { language, scorecard } }: { language: Scorecard }) {
  const t = useT(scorecardMessages);
  const { cards, days, failures, readSeconds } = scorecard;
  const sent = days.map((day) => day.sent);
  const total = sent.reduce((sum, each) => sum + each, 0);
  return (
    <section className="grid gap-3" aria-label={language}>
      <header className="flex flex-wrap items-center gap-3">
        <h3 className="font-medium">{language}</h3>
        {total > 0 && <Sparkline values={sent} label={t('days', { total, last: sent.at(-1) ?? 0 })} />}
      </header>
      {cards.length === 0 && <p className="text-body text-ink-2">{t('noScore')}</p>}
      {cards.map((card) => (
        <Version key={card.versionId} card={card} />
      ))}
      {readSeconds !== null && (
        <p className="text-sm text-ink-2">
          {t('speed', { minutes: Math.max(1, Math.round(readSeconds / 60)) })}
        </p>
      )}
      {failures.length > 0 && (
        <p className="text-sm text-ink-2">
          {t('failures')}: {failures.map((failure) => t('code', failure)).join(' · ')}
        </p>
      )}
      <Turns scorecard={scorecard} />
    </section>
  );
}

const shown = ['delivered', 'read', 'replied', 'pressed', 'optedOut', 'blocked'] as const;

function Version({ card }: { card: ScoreRow }) {
  const t = useT(scorecardMessages);
  return (
    <div className="grid gap-2">
      <span className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
        {card.version !== null && t('versionNumber', { number: card.version })} <Holds row={card} />
        {t(card.comparedRead)}
      </span>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {shown.map((name) => (
          <div key={name} className="grid">
            <dt className="text-sm text-ink-2">{t(name)}</dt>
            <dd>
              <RateText rate={card[name]} />
            </dd>
          </div>
        ))}
        <div className="grid">
          <dt className="text-sm text-ink-2">{t('corrected')}</dt>
          <dd>
            <RateText rate={card.readCorrected} />
          </dd>
        </div>
      </dl>
    </div>
  );
}

function Turns({ scorecard: { turns } }: { scorecard: Scorecard['scorecard'] }) {
  const t = useT(scorecardMessages);
  const words = useStatusWords();
  if (turns.length === 0) return null;
  const say = (field: string, word: string | null): string =>
    word === null ? '–' : ((field === 'quality' ? words.quality(word)?.label : undefined) ?? words.say(word));
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-ink-2">{t('turns')}</summary>
      <ul className="grid gap-1 pt-2">
        {turns.map(({ field, before, after, at }) => (
          <li key={`${field} ${at}`}>
            {say(field, before)} → {say(field, after)} · <Time at={at} />
          </li>
        ))}
      </ul>
    </details>
  );
}

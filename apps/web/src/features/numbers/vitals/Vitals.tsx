import { formatNumber } from '../../../i18n/format-number.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { useNow } from '../../../ui/display/clock.ts';
import { Meter } from '../../../ui/display/Meter.tsx';
import { shareTone } from '../../../ui/display/share-tone.ts';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { Facts, type Fact } from '../health/Facts.tsx';
import type { NumberHealth } from '../health/health-query.ts';
import { qualityTone } from '../health/quality-tone.ts';
import { useMetaWords } from '../health/use-meta-words.ts';
import { Allowance } from './Allowance.tsx';
import { FromMeta } from './FromMeta.tsx';
import { vitalMessages } from './messages.ts';

const fortnight = 14 * 86_400_000;

/** The few measures that decide whether the number can be relied on. */
export function Vitals({ health }: { health: NumberHealth }) {
  const t = useT(vitalMessages);
  const say = useMetaWords();
  const { quality, throughput, name, templatesPaused, allowance } = health;
  const perSecond = throughput.messagesPerSecond;
  const facts: Fact[] = [
    {
      name: t('quality'),
      value: <StatusDot tone={qualityTone(quality)} label={say('quality', quality)} />,
      meta: quality,
    },
    {
      name: t('reached'),
      value: <Reached limit={health.messagingLimit} />,
      meta: health.messagingLimit.tier,
    },
    {
      name: t('speed'),
      value: perSecond > 0 ? t('perSecond', { count: perSecond }) : '–',
      meta: throughput.level,
    },
    { name: t('sending'), value: <Sending sending={health.sending} /> },
    { name: t('fromMeta'), value: <FromMeta webhooks={health.webhooks} /> },
    { name: t('free'), value: <Allowance allowance={allowance} /> },
    { name: t('name'), value: say('name', name.status), meta: name.status },
    {
      name: t('templates'),
      value:
        templatesPaused === 0 ? (
          t('noTemplatesPaused')
        ) : (
          <StatusDot tone="warn" label={t('templatesPaused', { count: templatesPaused })} />
        ),
    },
    { name: t('token'), value: <Token endsAt={health.tokenEndsAt} /> },
  ];
  return <Facts facts={allowance.free > 0 ? facts : facts.filter(({ name: one }) => one !== t('free'))} />;
}

function Reached({ limit: { tier, customers, used } }: { limit: NumberHealth['messagingLimit'] }) {
  const t = useT(vitalMessages);
  const locale = useLocale();
  if (customers === null) {
    const known = tier !== null && tier !== 'TIER_NOT_SET';
    return t(known ? 'reachedFree' : 'reachedUnknown', { used });
  }
  const text = t('reachedOf', { used, most: formatNumber(customers, locale) });
  return (
    <span className="grid gap-1.5 pb-1" title={t('reachedHelp')}>
      {text}
      <Meter
        label={t('reached')}
        value={used}
        most={customers}
        text={text}
        tone={shareTone(used, customers)}
      />
    </span>
  );
}

function Sending({ sending: { pausedAt, pausedReason, queued } }: { sending: NumberHealth['sending'] }) {
  const t = useT(vitalMessages);
  return (
    <span className="grid gap-0.5">
      {pausedAt === null ? (
        <StatusDot tone="good" label={t('running')} />
      ) : (
        <span className={pausedReason === 'manual' ? 'text-warn' : 'text-bad'}>
          {t.rich('pausedSince', { when: <Time at={pausedAt} /> })}
        </span>
      )}
      <span className="text-sm text-ink-2">
        {queued === 0 ? t('nothingWaits') : t('waiting', { count: queued })}
      </span>
    </span>
  );
}

function Token({ endsAt }: { endsAt: string | null }) {
  const t = useT(vitalMessages);
  const left = new Date(endsAt ?? 0).getTime() - useNow().getTime();
  if (endsAt === null) return t('tokenForever');
  const when = <Time at={endsAt} as="dayYear" />;
  if (left <= 0) return <span className="text-bad">{t.rich('tokenEnded', { when })}</span>;
  return <span className={left < fortnight ? 'text-warn' : undefined}>{t.rich('tokenEnds', { when })}</span>;
}

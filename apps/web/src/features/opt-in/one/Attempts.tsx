import { useInfiniteQuery } from '@tanstack/react-query';
import { phoneText } from '../../../i18n/phone-text.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import type { Tone } from '../../../ui/feedback/tones.ts';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { kindMessages } from '../kind-messages.ts';
import { optInMessages } from '../messages.ts';
import { attemptsQuery, type Attempt } from '../queries.ts';

const tones: Readonly<Record<Attempt['state'], Tone>> = {
  accepted: 'good',
  waiting: 'info',
  declined: 'neutral',
  expired: 'neutral',
  refused: 'warn',
};

export function Attempts({ entryPointId }: { entryPointId: string }) {
  const t = useT(optInMessages);
  const list = useInfiniteQuery(attemptsQuery(entryPointId));
  const attempts = list.data?.pages.flatMap(({ items }) => items);
  return (
    <Card title={t('attempts')}>
      {attempts === undefined ? (
        <SkeletonLines lines={4} />
      ) : attempts.length === 0 ? (
        <p className="text-body text-ink-2">{t('noAttempts')}</p>
      ) : (
        <>
          <ul aria-label={t('attempts')} className="-my-2 divide-y divide-line">
            {attempts.map((attempt) => (
              <AttemptRow key={attempt.submissionId} attempt={attempt} />
            ))}
          </ul>
          {list.hasNextPage && (
            <div className="pt-3 text-center">
              <Button size="small" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('older')}
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}

function AttemptRow({ attempt }: { attempt: Attempt }) {
  const t = useT(optInMessages);
  const kind = useT(kindMessages);
  const { state, reason, contactName, contactPhone, at } = attempt;
  const who = contactName ?? (contactPhone === null ? t('unknown') : phoneText(contactPhone));
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <span className="min-w-0 flex-[1_1_10rem] font-medium wrap-anywhere">{who}</span>
      <Badge tone={tones[state]}>{kind(state)}</Badge>
      {reason !== null && <span className="text-sm text-ink-2">{kind(reason as 'robot')}</span>}
      <span className="text-sm text-ink-3">
        <Time at={at} />
      </span>
    </li>
  );
}

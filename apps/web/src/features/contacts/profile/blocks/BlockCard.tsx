import { useQuery } from '@tanstack/react-query';
import { useSentence } from '../../../../data/use-sentence.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Badge } from '../../../../ui/display/Badge.tsx';
import { Card } from '../../../../ui/display/Card.tsx';
import { Time } from '../../../../ui/display/Time.tsx';
import { blocksQuery, type Blocks } from '../queries.ts';
import { blockMessages } from './messages.ts';

/** Who blocks whom, as far as anybody can know. Silent while there is nothing to tell. */
export function BlockCard({ contactId }: { contactId: string }) {
  const t = useT(blockMessages);
  const { data } = useQuery(blocksQuery(contactId));
  if (data === undefined) return null;
  const told = data.numbers.filter(({ blockedAt, refusal }) => blockedAt !== null || refusal !== null);
  if (told.length === 0 && data.theyBlock.suspicion === 'none') return null;
  return (
    <Card title={t('title')}>
      <ul className="grid gap-3 text-body">
        {told.map((number) => (
          <NumberState key={number.numberId} number={number} />
        ))}
        {data.theyBlock.suspicion !== 'none' && <TheyBlock theyBlock={data.theyBlock} />}
      </ul>
    </Card>
  );
}

function NumberState({ number }: { number: Blocks['numbers'][number] }) {
  const t = useT(blockMessages);
  const sentence = useSentence();
  return (
    <li className="grid gap-1">
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span className="wrap-anywhere">{number.name}</span>
        <Badge tone={number.blockedAt === null ? 'warn' : 'bad'}>
          {t(number.blockedAt === null ? 'notBlocked' : 'isBlocked')}
        </Badge>
      </span>
      {number.blockedAt !== null && (
        <span className="text-sm text-ink-3">
          {t.rich(number.elsewhere ? 'elsewhereSince' : 'since', { when: <Time at={number.blockedAt} /> })}
        </span>
      )}
      {number.refusal && (
        <span className="text-sm text-ink-2">
          {sentence(number.refusal.sentence)}
          {number.refusal.code !== null && (
            <span className="text-ink-3"> ({t('metaCode', { code: String(number.refusal.code) })})</span>
          )}
        </span>
      )}
    </li>
  );
}

function TheyBlock({ theyBlock }: { theyBlock: Blocks['theyBlock'] }) {
  const t = useT(blockMessages);
  const { suspicion, failures, lastDeliveredAt } = theyBlock;
  return (
    <li className="grid gap-1">
      <span className="font-medium text-warn">
        {t(suspicion === 'likely' ? 'theyLikely' : 'theyPossibly')}
      </span>
      <span className="text-sm text-ink-2">
        {t.rich('theyWhy', {
          count: failures,
          when: lastDeliveredAt === null ? '–' : <Time at={lastDeliveredAt} as="dayYear" />,
        })}{' '}
        {t(suspicion === 'likely' ? 'theyLikelySure' : 'theyPossiblySure')}
      </span>
    </li>
  );
}

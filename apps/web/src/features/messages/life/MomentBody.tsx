import { useSentence } from '../../../data/use-sentence.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { Message } from '../queries.ts';
import { AttemptBody } from './AttemptBody.tsx';
import { lifeMessages } from './messages.ts';
import type { Moment } from './moments.ts';
import { StatusBody } from './StatusBody.tsx';
import { ToldLines } from './ToldLines.tsx';
import { useWho } from './use-who.ts';

interface MomentBodyProps {
  moment: Moment;
  message: Message;
}

export function MomentBody({ moment, message }: MomentBodyProps) {
  const t = useT(lifeMessages);
  const say = useSentence();
  const whoOf = useWho();
  switch (moment.kind) {
    case 'asked':
      return (
        <p className="text-body wrap-anywhere text-ink-2">
          {t('askedBy', { who: whoOf(message) })}
          {message.sourceName && <> · {t('askedFrom', { source: message.sourceName })}</>}
        </p>
      );
    case 'decided':
      return moment.intent.sentence ? (
        <p className="max-w-(--measure) text-body text-pretty text-ink-2">{say(moment.intent.sentence)}</p>
      ) : null;
    case 'attempt':
      return <AttemptBody attempt={moment.attempt} />;
    case 'status':
      return <StatusBody status={moment.status} />;
    case 'ended':
      return <ToldLines told={message.told} />;
    case 'received':
    case 'edited':
    case 'revoked':
      return null;
  }
}

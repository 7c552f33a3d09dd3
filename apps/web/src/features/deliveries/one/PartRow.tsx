import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { deliveryMessages } from '../messages.ts';
import type { Part } from '../queries.ts';
import type { State } from '../search.ts';
import { useKindWords } from '../use-kind-words.ts';

interface PartRowProps {
  part: Part;
  state: State;
}

const outcomes = { done: 'partDone', pending: 'partWaits', parked: 'partNot', discarded: 'partNot' } as const;

export function PartRow({ part, state }: PartRowProps) {
  const t = useT(deliveryMessages);
  const kinds = useKindWords();
  const { kind, field, word, messageId, updateId } = part;
  const mayRead = useAllows()('messages.read');
  return (
    <li className="flex items-baseline justify-between gap-3 py-2">
      <span className="grid min-w-0">
        <span className="wrap-anywhere">{kinds.name(kind)}</span>
        <code className="font-mono text-xs wrap-anywhere text-ink-3">{word ?? field}</code>
      </span>
      <span className="shrink-0 text-sm">
        {messageId !== null && mayRead ? (
          <Link to="/messages/$messageId" params={{ messageId }}>
            {t('openMessage')}
          </Link>
        ) : updateId !== null ? (
          <Link to="/deliveries/updates" search={{ kind, open: updateId }}>
            {t('openUpdate')}
          </Link>
        ) : (
          <span className="text-ink-2">{t(messageId === null ? outcomes[state] : 'partDone')}</span>
        )}
      </span>
    </li>
  );
}

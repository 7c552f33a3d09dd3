import { useSentence } from '../../../data/use-sentence.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { outboxMessages } from '../messages.ts';
import type { Refused } from '../queries.ts';
import { listIn } from './list-in.ts';
import { useContactName } from '../../../data/use-contact-name.ts';

interface RefusedRowProps {
  row: Refused;
  onOpen: () => void;
}

export function RefusedRow({ row, onOpen }: RefusedRowProps) {
  const t = useT(outboxMessages);
  const say = useSentence();
  const list = listIn(row);
  const { name, phone } = useContactName()(row);
  return (
    <li className="flex items-start gap-3 px-pad py-3">
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,2fr)_minmax(0,4fr)]">
        <div className="grid min-w-0 content-start gap-0.5">
          <p className="flex min-w-0 flex-wrap gap-x-2">
            <span className="min-w-0 truncate font-medium">{name}</span>
            {phone && <span className="text-sm whitespace-nowrap text-ink-3 tabular-nums">{phone}</span>}
          </p>
          <p className="flex min-w-0 flex-wrap gap-x-2 text-sm text-ink-3">
            <Time at={row.decidedAt} as="dayTime" />
            {row.sourceName && <span className="min-w-0 truncate">{row.sourceName}</span>}
          </p>
        </div>
        <p className="text-body text-pretty text-ink-2">
          {row.sentence ? say(row.sentence) : t('noRule')} {list && t('onList', { list })}
        </p>
      </div>
      <Button size="small" onClick={onOpen} aria-label={`${t('why')} ${name}`}>
        {t('why')}
      </Button>
    </li>
  );
}

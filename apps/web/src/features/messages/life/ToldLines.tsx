import { useSentence } from '../../../data/use-sentence.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { Message } from '../queries.ts';
import { lifeMessages } from './messages.ts';

interface ToldLinesProps {
  told: Message['told'];
  /** Meta's own number for it, small: for those who look it up there. */
  code?: number | null | undefined;
}

/** What happened in words, and what to do next. */
export function ToldLines({ told, code = null }: ToldLinesProps) {
  const t = useT(lifeMessages);
  const say = useSentence();
  if (told === null) return null;
  return (
    <div className="grid max-w-(--measure) gap-0.5 text-body text-pretty">
      <p className="text-ink-2">{say(told.happened)}</p>
      <p>{say(told.next)}</p>
      {code !== null && <p className="text-xs text-ink-3">{t('code', { code: String(code) })}</p>}
    </div>
  );
}

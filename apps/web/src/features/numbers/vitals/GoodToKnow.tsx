import { useT } from '../../../i18n/use-t.ts';
import type { Concern } from '../health/concerns.ts';
import { useConcernWords } from '../health/use-concern-words.ts';
import { vitalMessages } from './messages.ts';

/** What asks nothing of anybody today. */
export function GoodToKnow({ notes, daysLeft }: { notes: readonly Concern[]; daysLeft: number }) {
  const t = useT(vitalMessages);
  const wordsOf = useConcernWords();
  return (
    <section className="grid gap-1.5">
      <h3 className="text-sm font-medium">{t('goodToKnow')}</h3>
      <ul className="grid gap-2 text-sm">
        {notes
          .map((concern) => wordsOf(concern, daysLeft))
          .map(({ key, title, help }) => (
            <li key={key} className="max-w-(--measure)">
              <p>{title}</p>
              <p className="text-ink-2">{help}</p>
            </li>
          ))}
      </ul>
    </section>
  );
}

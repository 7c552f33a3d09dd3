import { useT } from '../../../i18n/use-t.ts';
import type { Message } from '../queries.ts';
import { lifeMessages } from './messages.ts';
import { momentsOf } from './moments.ts';
import { MomentRow } from './MomentRow.tsx';

/** Everything that happened to a message, from the first to the last. */
export function Life({ message }: { message: Message }) {
  const t = useT(lifeMessages);
  return (
    <section className="min-w-0">
      <h2 className="pb-3 text-lg font-semibold">{t('life')}</h2>
      <ol className="grid">
        {momentsOf(message).map((moment) => (
          <MomentRow key={moment.id} moment={moment} message={message} />
        ))}
      </ol>
    </section>
  );
}

import { phoneText } from '../../../../i18n/phone-text.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Card } from '../../../../ui/display/Card.tsx';
import { Time } from '../../../../ui/display/Time.tsx';
import type { Contact } from '../queries.ts';
import { factMessages } from './messages.ts';

const mostShown = 5;

/** Under what WhatsApp knows and knew them; ended ones stay, since history was written under them. */
export function IdentitiesCard({ contact: { identities } }: { contact: Contact }) {
  const t = useT(factMessages);
  if (identities.length === 0) return null;
  const rows = identities.map((identity) => {
    const { identityId, kind, value, firstSeenAt, endedAt } = identity;
    return (
      <li key={identityId} className="grid gap-0.5">
        <span
          className={endedAt === null ? 'wrap-anywhere' : 'wrap-anywhere text-ink-3 line-through'}
          translate="no"
        >
          {kind === 'phone' ? phoneText(value) : value}
        </span>
        <span className="text-sm text-ink-3">
          {t(kind)} · {t.rich('from', { when: <Time at={firstSeenAt} as="dayYear" /> })}
          {endedAt !== null && <> {t.rich('until', { when: <Time at={endedAt} as="dayYear" /> })}</>}
        </span>
      </li>
    );
  });
  return (
    <Card title={t('identities')}>
      <ul className="grid gap-3 text-body tabular-nums">{rows.slice(0, mostShown)}</ul>
      {rows.length > mostShown && (
        <details className="pt-3">
          <summary className="cursor-pointer text-body text-ink-2">
            {t('more', { count: rows.length - mostShown })}
          </summary>
          <ul className="grid gap-3 pt-3 text-body tabular-nums">{rows.slice(mostShown)}</ul>
        </details>
      )}
    </Card>
  );
}

import { useT } from '../../i18n/use-t.ts';
import { useAllows } from '../../data/use-workspace.ts';
import { Link } from '../../ui/actions/Link.tsx';
import { Badge } from '../../ui/display/Badge.tsx';
import { outboxMessages } from './messages.ts';
import type { Waiting } from './queries.ts';
import { useContactName } from '../../data/use-contact-name.ts';

/** Whom it is for, of which kind it is, and its words. */
export function MessageSummary({ row }: { row: Waiting }) {
  const t = useT(outboxMessages);
  const mayOpen = useAllows()('messages.read');
  const { name, phone } = useContactName()(row);
  return (
    <div className="grid min-w-0 content-start gap-0.5">
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
        {mayOpen ? (
          <Link to="/messages/$messageId" params={{ messageId: row.messageId }} className="min-w-0 truncate">
            {name}
          </Link>
        ) : (
          <span className="min-w-0 truncate font-medium">{name}</span>
        )}
        {phone && <span className="text-sm whitespace-nowrap text-ink-3 tabular-nums">{phone}</span>}
        <Badge tone={row.class === 'otp' ? 'accent' : 'neutral'}>{t(row.class)}</Badge>
        {row.sourceName && <span className="min-w-0 truncate text-sm text-ink-3">{row.sourceName}</span>}
      </div>
      <p className="line-clamp-2 text-body wrap-anywhere text-ink-2">
        {row.text || <span className="text-ink-3">{t('noWords')}</span>}
      </p>
    </div>
  );
}

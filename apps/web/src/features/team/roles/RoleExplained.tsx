import { permissionNames, type Permission } from '@trikon/contract/permissions';
import { Check, Minus, Plus, type LucideIcon } from 'lucide-react';
import { permissionMessages } from '../../../data/access.ts';
import { useT } from '../../../i18n/use-t.ts';
import { teamMessages } from '../messages.ts';

interface RoleExplainedProps {
  permissions: readonly Permission[];
  description?: string;
  /** What they could do until now. */
  before?: readonly Permission[] | undefined;
}

type Mark = 'kept' | 'gained' | 'lost';
const icons: Record<Mark, LucideIcon> = { kept: Check, gained: Plus, lost: Minus };
const inks: Record<Mark, string> = { kept: 'text-ink-3', gained: 'text-good', lost: 'text-bad' };

/** A role in sentences; beside another one, what is won and what is lost. */
export function RoleExplained({ permissions, description, before = permissions }: RoleExplainedProps) {
  const t = useT(teamMessages);
  const say = useT(permissionMessages);
  const markOf = (permission: Permission): Mark | undefined => {
    if (permissions.includes(permission)) return before.includes(permission) ? 'kept' : 'gained';
    return before.includes(permission) ? 'lost' : undefined;
  };
  const lines = permissionNames.flatMap((permission) => {
    const mark = markOf(permission);
    return mark ? [{ permission, mark }] : [];
  });
  const changes = lines.some(({ mark }) => mark !== 'kept');
  return (
    <section className="grid gap-2 rounded-md bg-sunken px-3 py-2.5 text-sm">
      {description && <p className="text-ink-2">{description}</p>}
      <h3 className="font-medium text-ink">{t(changes ? 'mayDoChange' : 'mayDo')}</h3>
      <ul className="grid gap-1.5">
        {lines.map(({ permission, mark }) => {
          const Icon = icons[mark];
          const sentence = say(permission);
          return (
            <li key={permission} className="flex items-start gap-2 text-ink-2">
              <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${inks[mark]}`} />
              <span className={mark === 'kept' ? undefined : 'font-medium text-ink'}>
                {mark === 'kept'
                  ? sentence
                  : t(mark === 'gained' ? 'gains' : 'loses', { permission: sentence })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

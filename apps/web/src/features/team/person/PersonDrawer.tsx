import { useT } from '../../../i18n/use-t.ts';
import { useAccount } from '../../../data/use-workspace.ts';
import { Avatar } from '../../../ui/display/Avatar.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Drawer } from '../../../ui/overlays/Drawer.tsx';
import { teamMessages } from '../messages.ts';
import type { Person } from '../people.ts';
import { InvitationPanel } from './InvitationPanel.tsx';
import { MemberPanel } from './MemberPanel.tsx';

interface PersonDrawerProps {
  person: Person | undefined;
  onClose: () => void;
}

/** One person, opened over the list: who they are, what they may do, and how to change or end it. */
export function PersonDrawer({ person, onClose }: PersonDrawerProps) {
  const t = useT(teamMessages);
  const you = useAccount().userId === person?.id;
  return (
    <Drawer
      open={person !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={person ? person.name || person.email : ''}
    >
      {person && (
        <div className="grid gap-6">
          <header className="flex min-w-0 items-center gap-3">
            <Avatar name={person.name} seed={person.id} size="large" />
            <p className="min-w-0 wrap-anywhere text-ink-2">
              {person.email} {you && <Badge tone="accent">{t('you')}</Badge>}
            </p>
          </header>
          {person.member && (
            <MemberPanel
              // Their role as it is now starts the form anew when someone else changes it.
              key={`${person.id} ${person.roleId ?? person.role}`}
              member={person.member}
              you={you}
              onGone={onClose}
            />
          )}
          {person.invitation && (
            <InvitationPanel key={person.id} invitation={person.invitation} onGone={onClose} />
          )}
        </div>
      )}
    </Drawer>
  );
}

import { useRoleName } from '../../../data/access.ts';
import type { Invitation } from '../../../data/members.ts';
import { formatDate } from '../../../i18n/format-date.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { CopyField } from '../../../ui/actions/CopyField.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { teamMessages } from '../messages.ts';

export type InvitationWithLink = Invitation & { link: string; sentByEmail: boolean };

interface InvitationLinkProps {
  invitation: InvitationWithLink;
  onAnother?: () => void;
  onDone: () => void;
}

export function InvitationLink({ invitation, onAnother, onDone }: InvitationLinkProps) {
  const t = useT(teamMessages);
  const locale = useLocale();
  const roleName = useRoleName();
  const { email, link, sentByEmail, expiresAt } = invitation;
  const until = formatDate(new Date(expiresAt), 'day', locale);
  return (
    <div className="grid gap-4">
      <p className="text-body text-ink-2">{t('invitedAs', { role: roleName(invitation), until })}</p>
      <Banner tone={sentByEmail ? 'good' : 'info'}>
        {sentByEmail ? t('mailed', { email }) : t('notMailed')}
      </Banner>
      <CopyField label={t('link')} value={link} secret />
      <div className="flex flex-wrap justify-end gap-2">
        {onAnother && <Button onClick={onAnother}>{t('another')}</Button>}
        <Button tone="primary" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}

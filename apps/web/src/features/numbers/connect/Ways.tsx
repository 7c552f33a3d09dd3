import { ArrowRight, ClipboardPaste, MousePointerClick, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { connectMessages } from './messages.ts';

interface WaysProps {
  /** Whether the operator has set up Meta's sign-up. */
  signUp: 'ready' | 'missing' | 'unknown';
}

export function Ways({ signUp }: WaysProps) {
  const t = useT(connectMessages);
  const missing = signUp === 'missing';
  const ways: WayProps[] = [
    {
      icon: MousePointerClick,
      title: t('signUpTitle'),
      help: missing ? t('signUpNot') : t('signUpHelp'),
      needs: missing ? null : t('needSignUp'),
      // The whole page loads anew: only the page that comes from this address may load Meta's script.
      action: !missing && (
        <ButtonLink tone="primary" to="/numbers/connect/sign-up" reloadDocument preload={false}>
          {t('signUpGo')}
          <ArrowRight aria-hidden className="size-4 rtl:-scale-x-100" />
        </ButtonLink>
      ),
    },
    {
      icon: ClipboardPaste,
      title: t('handTitle'),
      help: t('handHelp'),
      needs: t('needHand'),
      action: (
        <ButtonLink tone={missing ? 'primary' : 'plain'} to="/numbers/connect/hand">
          {t('handGo')}
          <ArrowRight aria-hidden className="size-4 rtl:-scale-x-100" />
        </ButtonLink>
      ),
    },
  ];
  return (
    <ul aria-label={t('way')} className="grid gap-4 md:grid-cols-2">
      {(missing ? ways.toReversed() : ways).map((way) => (
        <Way key={way.title} {...way} />
      ))}
    </ul>
  );
}

interface WayProps {
  icon: LucideIcon;
  title: string;
  help: string;
  needs: string | null;
  action: ReactNode;
}

function Way({ icon: Icon, title, help, needs, action }: WayProps) {
  const t = useT(connectMessages);
  return (
    <li className="flex flex-col items-start gap-3 rounded-lg border border-line bg-raised p-5">
      <span className="grid size-9 place-items-center rounded-md bg-accent-soft text-accent-ink">
        <Icon aria-hidden className="size-4.5" />
      </span>
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="text-body text-ink-2">{help}</p>
      </div>
      {needs !== null && (
        <p className="text-sm text-ink-2">
          <span className="font-medium text-ink">{t('needs')}:</span> {needs}
        </p>
      )}
      {action && <div className="mt-auto pt-1">{action}</div>}
    </li>
  );
}

import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Link } from '../../../ui/actions/Link.tsx';
import { homeMessages } from '../messages.ts';
import type { StepName } from './use-setup-steps.ts';

interface StepActionProps {
  name: StepName;
  primary?: boolean;
  done?: boolean;
  /** Of the step that connects the first one. */
  numberId?: string | undefined;
}

const places = {
  named: { to: '/settings', word: 'change' },
  number: { to: '/numbers/connect', word: 'connect' },
  people: { to: '/team', search: { invite: true }, word: 'invite' },
  secured: { to: '/account/security', word: 'secure' },
  key: { to: '/developers', search: { create: true }, word: 'createKey' },
} as const;

/** Where a step is taken: a button for the one that is next, a link for those that can wait or be changed. */
export function StepAction({ name, primary = false, done = false, numberId }: StepActionProps) {
  const t = useT(homeMessages);
  const { word, ...place } = places[name];
  if (primary) {
    return (
      <ButtonLink tone="primary" {...place}>
        {t(word)}
      </ButtonLink>
    );
  }
  if (done && numberId !== undefined) {
    return (
      <Link to="/numbers/$numberId" params={{ numberId }} hash="live-test" className="self-start text-sm">
        {t('tryNumber')}
      </Link>
    );
  }
  if (done && name !== 'named') return null;
  return (
    <Link {...place} className="self-start text-sm">
      {t(word)}
    </Link>
  );
}

import { Building2, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { ApiProblem } from '../../data/api.ts';
import { passkeySupport } from '../../data/passkey-support.ts';
import { goTo } from '../../data/session.ts';
import { signIn } from '../../data/sign-in.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { signInMessages } from './messages.ts';

interface OtherWaysProps {
  companyUrl: string | undefined;
  onSignedIn: () => Promise<unknown>;
  onStopped: (why: string | undefined) => void;
}

/** What can be used instead of a password, as far as this browser and this address can. */
export function OtherWays({ companyUrl, onSignedIn, onStopped }: OtherWaysProps) {
  const t = useT(signInMessages);
  const problems = useProblems();
  const [waiting, setWaiting] = useState(false);
  const hasPasskeys = passkeySupport() === 'works';
  if (!hasPasskeys && !companyUrl) return null;

  const usePasskey = async () => {
    onStopped(undefined);
    setWaiting(true);
    try {
      await signIn.withPasskey();
      await onSignedIn();
    } catch (error) {
      if (!(error instanceof ApiProblem)) onStopped(t('passkeyStopped'));
      else onStopped(error.code === 'not_signed_in' ? t('passkeyUnknown') : problems.say(error));
    } finally {
      setWaiting(false);
    }
  };

  return (
    <div className="grid gap-3">
      <div className="flex items-center gap-3 text-sm text-ink-3">
        <span className="h-px flex-1 bg-line" />
        {t('or')}
        <span className="h-px flex-1 bg-line" />
      </div>
      {companyUrl && (
        <Button icon={Building2} className="w-full" onClick={() => void goTo(companyUrl)}>
          {t('company')}
        </Button>
      )}
      {hasPasskeys && (
        <Button icon={KeyRound} className="w-full" busy={waiting} onClick={() => void usePasskey()}>
          {t('passkey')}
        </Button>
      )}
    </div>
  );
}

import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { numberPlaceMessages } from '../place-messages.ts';
import { connectMessages } from './messages.ts';
import { SignUpEndingNote } from './SignUpEndingNote.tsx';
import type { SignUpState } from './use-sign-up.ts';

interface SignUpTroubleProps {
  state: SignUpState;
  sdkUrl: string;
}

/** Why Meta's window brought no account, read aloud as it happens. */
export function SignUpTrouble({ state, sdkUrl }: SignUpTroubleProps) {
  const problems = useProblems();
  return (
    <div role="alert" className="empty:hidden">
      {state.at === 'ended' && <SignUpEndingNote ending={state.ending} />}
      {state.at === 'refused' && <Banner tone="bad">{problems.say(state.error)}</Banner>}
      {state.at === 'script-failed' && <ScriptFailed origin={new URL(sdkUrl).origin} />}
    </div>
  );
}

function ScriptFailed({ origin }: { origin: string }): ReactNode {
  const t = useT(connectMessages);
  const place = useT(numberPlaceMessages);
  return (
    <Banner tone="bad">
      <div className="grid gap-3">
        <div className="grid gap-0.5">
          <h2 className="font-medium">{t('sdkFailed')}</h2>
          <p className="max-w-(--measure) text-ink">{t('sdkFailedHelp', { origin })}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button icon={RotateCw} onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
          <ButtonLink to="/numbers/connect/hand">{place('byHand')}</ButtonLink>
        </div>
      </div>
    </Banner>
  );
}

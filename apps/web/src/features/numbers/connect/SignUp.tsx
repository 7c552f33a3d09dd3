import { useState } from 'react';
import { ConnectedNow } from './ConnectedNow.tsx';
import { NotConnected } from './NotConnected.tsx';
import type { SignUpSettings } from './sign-up-query.ts';
import { SignUpForm, type Kind } from './SignUpForm.tsx';
import { SignUpTrouble } from './SignUpTrouble.tsx';
import { useSignUp } from './use-sign-up.ts';

export function SignUp({ settings }: { settings: SignUpSettings }) {
  const [kind, setKind] = useState<Kind>('new');
  const { state, open } = useSignUp(settings);
  if (state.at === 'answered' && state.result.accountId !== null)
    return <ConnectedNow accountId={state.result.accountId} steps={state.result.steps} />;
  const { businessAppConfigId, configId } = settings;
  const begin = () => {
    if (kind === 'app' && businessAppConfigId !== null)
      open(businessAppConfigId, 'whatsapp_business_app_onboarding');
    else open(configId, '');
  };
  return (
    <div className="grid gap-5">
      {state.at === 'answered' && <NotConnected steps={state.result.steps} by="sign-up" />}
      <SignUpTrouble state={state} sdkUrl={settings.sdkUrl} />
      {state.at !== 'script-failed' && (
        <SignUpForm
          kind={kind}
          onKind={setKind}
          mayKeepApp={businessAppConfigId !== null}
          at={state.at}
          onOpen={begin}
        />
      )}
    </div>
  );
}

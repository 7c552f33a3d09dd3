import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { goTo } from '../../data/session.ts';
import { CodeStep } from './CodeStep.tsx';
import { PasswordStep } from './PasswordStep.tsx';
import { safeDestination } from './safe-destination.ts';

export function SignInPage() {
  const { to } = useSearch({ from: '/public/sign-in' });
  const [step, setStep] = useState<'password' | 'code'>('password');
  const goOn = () => goTo(safeDestination(to, window.location.origin));
  return step === 'password' ? (
    <PasswordStep onSignedIn={goOn} onCodeAsked={() => setStep('code')} />
  ) : (
    <CodeStep onSignedIn={goOn} onStartAgain={() => setStep('password')} />
  );
}

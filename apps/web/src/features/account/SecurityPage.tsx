import { AccountFrame } from './AccountFrame.tsx';
import { PasskeysCard } from './PasskeysCard.tsx';
import { PasswordCard } from './PasswordCard.tsx';
import { TwoStepCard } from './TwoStepCard.tsx';

export function SecurityPage() {
  return (
    <AccountFrame>
      <TwoStepCard />
      <PasskeysCard />
      <PasswordCard />
    </AccountFrame>
  );
}

import { AccountFrame } from './AccountFrame.tsx';
import { AppearanceCard } from './AppearanceCard.tsx';
import { ProfileCard } from './ProfileCard.tsx';

export function ProfilePage() {
  return (
    <AccountFrame>
      <ProfileCard />
      <AppearanceCard />
    </AccountFrame>
  );
}

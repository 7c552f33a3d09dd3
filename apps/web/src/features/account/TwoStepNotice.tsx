import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAccount, useOpenWorkspace } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { accountPlaceMessages } from './place-messages.ts';
import { useTwoStepAsked } from './two-step-asked.ts';

/** The workspace opens to nobody without a second step: says why nothing loads, and leads to where it is turned on. */
export function TwoStepNotice() {
  const t = useT(accountPlaceMessages);
  const navigate = useNavigate();
  const { twoFactorEnabled } = useAccount();
  const workspace = useOpenWorkspace();
  const asked = useTwoStepAsked() && !twoFactorEnabled;
  useEffect(() => {
    if (asked) void navigate({ to: '/account/security', replace: true });
  }, [asked, navigate]);
  return (
    <output className="block">
      {asked && (
        <Banner tone="warn" wide>
          {t('asked', { workspace: workspace?.name ?? '' })}
        </Banner>
      )}
    </output>
  );
}

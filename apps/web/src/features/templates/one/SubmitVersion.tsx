import { useQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { templateMessages } from '../messages.ts';
import { planQuery, type AccountPlan, type Plan, type Version } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { WhyNow } from './WhyNow.tsx';

/** Submits a version, after it was said what that does at each account. */
export function SubmitVersion({ version }: { version: Version }) {
  const t = useT(templateMessages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={Send} onClick={() => setOpen(true)}>
        {t('submit')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('submitTitle', { number: version.number })}
        description={t('submitHelp')}
      >
        {open && <Choice version={version} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

/** The fewest letters in which it can be said why something cannot wait. */
const shortestReason = 10;

function Choice({ version, onDone }: { version: Version; onDone: () => void }) {
  const t = useT(templateMessages);
  const { data: plan } = useQuery(planQuery(version.versionId));
  if (!plan) return <SkeletonLines lines={3} />;
  if (plan.accounts.length === 0) return <p className="text-ink-2">{t('noAccounts')}</p>;
  return <Accounts version={version} plan={plan} onDone={onDone} />;
}

interface AccountsProps {
  version: Version;
  plan: Plan;
  onDone: () => void;
}

function Accounts({ version: { versionId }, plan: { accounts, locked }, onDone }: AccountsProps) {
  const t = useT(templateMessages);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [whyNow, setWhyNow] = useState('');
  const [asked, setAsked] = useState(false);
  const { busy, run } = useAct();
  const chosen = accounts.filter(({ accountId, obstacle }) => obstacle === null && !left.includes(accountId));
  const lacksReason = locked !== null && whyNow.trim().length < shortestReason;
  const submit = async () => {
    setAsked(true);
    if (lacksReason) return;
    const accountIds = chosen.map(({ accountId }) => accountId);
    const wish = { versionId, accountIds, ...(locked !== null && { whyNow: whyNow.trim() }) };
    if (await run(() => api.templateVersions.submit(wish), t('submitted'))) onDone();
  };
  const toggle = (accountId: string, on: boolean) =>
    setLeft((now) => (on ? now.filter((each) => each !== accountId) : [...now, accountId]));
  return (
    <div className="grid gap-4">
      {accounts.map((plan) => (
        <div key={plan.accountId} className="grid gap-0.5">
          <Checkbox
            label={plan.name}
            help={t(plan.kind === 'create' ? 'createsThere' : 'editsThere')}
            checked={chosen.includes(plan)}
            disabled={plan.obstacle !== null}
            onChange={(on) => toggle(plan.accountId, on)}
          />
          <Obstacle plan={plan} />
        </div>
      ))}
      {locked !== null && chosen.length > 0 && (
        <WhyNow lock={locked} value={whyNow} onChange={setWhyNow} lacking={asked && lacksReason} />
      )}
      <div className="flex justify-end">
        <Button
          tone="primary"
          icon={Send}
          busy={busy}
          disabled={chosen.length === 0}
          onClick={() => void submit()}
        >
          {t('submitTo', { count: chosen.length })}
        </Button>
      </div>
    </div>
  );
}

function Obstacle({ plan: { obstacle, from, editsLeft } }: { plan: AccountPlan }) {
  const t = useT(templateMessages);
  if (obstacle === null)
    return editsLeft === null ? null : (
      <p className="ms-7 text-sm text-ink-2">{t('editsLeft', { count: editsLeft })}</p>
    );
  return (
    <p className="ms-7 text-sm text-warn">
      {t(`obstacle_${obstacle}`)} {from !== null && t.rich('again', { when: <Time at={from} as="exact" /> })}
    </p>
  );
}

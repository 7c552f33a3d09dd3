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
import { planQuery, type AccountPlan, type Version } from '../queries.ts';
import { useAct } from '../use-act.ts';

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

function Choice({ version, onDone }: { version: Version; onDone: () => void }) {
  const t = useT(templateMessages);
  const { data: accounts } = useQuery(planQuery(version.versionId));
  const [left, setLeft] = useState<readonly string[]>([]);
  const { busy, run } = useAct();
  if (!accounts) return <SkeletonLines lines={3} />;
  if (accounts.length === 0) return <p className="text-ink-2">{t('noAccounts')}</p>;
  const chosen = accounts.filter(({ accountId, obstacle }) => obstacle === null && !left.includes(accountId));
  const submit = async () => {
    const accountIds = chosen.map(({ accountId }) => accountId);
    const { versionId } = version;
    if (await run(() => api.templateVersions.submit({ versionId, accountIds }), t('submitted'))) onDone();
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

import { useAccount } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import type { Form } from '../../../ui/form/use-form.ts';
import { settingsMessages } from '../messages.ts';
import type { SettingsValues } from './use-settings-form.ts';

const offered = [15, 30, 60, 4 * 60, 8 * 60, 24 * 60, 7 * 24 * 60, 30 * 24 * 60];

export function SecurityFields({ form }: { form: Form<SettingsValues> }) {
  const t = useT(settingsMessages);
  const { twoFactorEnabled } = useAccount();
  const { requireTwoFactor, sessionIdleMinutes } = form.values;
  const current = Number(sessionIdleMinutes);
  const minutes = [...new Set([...offered, current])].sort((a, b) => a - b);
  const say = (count: number) => {
    if (count % (24 * 60) === 0) return t('days', { count: count / (24 * 60) });
    return count % 60 === 0 ? t('hours', { count: count / 60 }) : t('minutes', { count });
  };
  return (
    <Card title={t('security')}>
      <div className="grid gap-5">
        <div className="grid gap-3">
          <Checkbox
            label={t('requireTwoFactor')}
            help={t('requireTwoFactorHelp')}
            checked={requireTwoFactor}
            onChange={(checked) => form.set({ requireTwoFactor: checked })}
          />
          {requireTwoFactor && !twoFactorEnabled && (
            <Banner tone="warn">
              {t('requireTwoFactorSelf')} <Link to="/account/security">{t('setUpOwn')}</Link>
            </Banner>
          )}
        </div>
        <Field bind={form.field('sessionIdleMinutes')} label={t('idle')} help={t('idleHelp')} required>
          <Select options={minutes.map((count) => ({ value: String(count), label: say(count) }))} />
        </Field>
      </div>
    </Card>
  );
}

import { useQuery } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { CopyField } from '../../../ui/actions/CopyField.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { NumberField } from '../../../ui/fields/NumberField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { rightsMessages } from '../messages.ts';
import { settingsQuery, type RightsSettings } from '../queries.ts';
import { RightsHeader } from '../RightsHeader.tsx';
import { useAct } from '../use-act.ts';

export function SettingsPage() {
  const t = useT(rightsMessages);
  return (
    <OnlyWith needs={['rights.read']}>
      <Page>
        <RightsHeader about={t('settingsAbout')} />
        <Settings />
      </Page>
    </OnlyWith>
  );
}

function Settings() {
  const t = useT(rightsMessages);
  const { data, isError, isFetching, refetch } = useQuery(settingsQuery);
  if (data) return <SettingsForm settings={data} />;
  return isError ? (
    <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
  ) : (
    <SkeletonLines lines={8} />
  );
}

type Values = {
  isPageOpen: boolean;
  contactName: string;
  contactAddress: string;
  dueDays: number | null;
  warnDays: number | null;
  fourEyes: boolean;
  backupDays: number | null;
};

function useSettingsForm(settings: RightsSettings) {
  const t = useT(rightsMessages);
  const problems = useProblems();
  const { done } = useAct();
  const { pageUrl: _pageUrl, contactName, contactAddress, ...rest } = settings;
  const days = (value: number | null): string | undefined => (value === null ? t('daysWrong') : undefined);
  return useForm<Values>({
    initial: { ...rest, contactName: contactName ?? '', contactAddress: contactAddress ?? '' },
    check: ({ dueDays, warnDays, backupDays }) => ({
      dueDays: days(dueDays),
      warnDays: days(warnDays),
      backupDays: days(backupDays),
    }),
    save: async (values) => {
      try {
        await api.rightsSettings.update({
          ...values,
          contactName: values.contactName.trim() || null,
          contactAddress: values.contactAddress.trim() || null,
          dueDays: values.dueDays ?? 30,
          warnDays: values.warnDays ?? 7,
          backupDays: values.backupDays ?? 30,
        });
        done(t('kept'));
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
}

function SettingsForm({ settings }: { settings: RightsSettings }) {
  const t = useT(rightsMessages);
  const mayManage = useAllows()('rights.manage');
  const form = useSettingsForm(settings);
  return (
    <Card>
      <Form form={form}>
        <Field bind={form.field('isPageOpen')} label={t('pageOpen')} help={t('pageOpenHelp')}>
          <Checkbox label={t('pageOpen')} />
        </Field>
        {settings.isPageOpen && <CopyField label={t('pageUrl')} value={settings.pageUrl} />}
        <Field bind={form.field('contactName')} label={t('contactName')} help={t('contactNameHelp')}>
          <TextField maxLength={120} autoComplete="off" />
        </Field>
        <Field bind={form.field('contactAddress')} label={t('contactAddress')}>
          <TextField maxLength={200} autoComplete="off" />
        </Field>
        <Field bind={form.field('dueDays')} label={t('dueDays')} help={t('dueDaysHelp')} required>
          <NumberField min={1} />
        </Field>
        <Field bind={form.field('warnDays')} label={t('warnDays')} required>
          <NumberField min={1} />
        </Field>
        <Field bind={form.field('backupDays')} label={t('backupDays')} help={t('backupDaysHelp')} required>
          <NumberField min={0} />
        </Field>
        <Field bind={form.field('fourEyes')} label={t('fourEyes')}>
          <Checkbox label={t('fourEyes')} />
        </Field>
        {mayManage && <FormActions label={t('keep')} saving={form.saving} />}
      </Form>
    </Card>
  );
}

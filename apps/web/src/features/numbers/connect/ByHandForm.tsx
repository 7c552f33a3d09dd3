import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { PasswordField } from '../../../ui/fields/PasswordField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import type { Connection } from './connection.ts';
import { connectMessages } from './messages.ts';
import { useByHandForm } from './use-by-hand-form.ts';

interface ByHandFormProps {
  start: { metaAppId: string; wabaId: string };
  tried: boolean;
  onResult: (result: Connection | undefined) => void;
}

/** Each value says where it is found. Nothing of it is kept in the browser, for two of them are secrets. */
export function ByHandForm({ start, tried, onResult }: ByHandFormProps) {
  const t = useT(connectMessages);
  const form = useByHandForm(start, onResult);
  return (
    <Card>
      <Form form={form} className="max-w-xl">
        <Field
          bind={form.field('metaAppId')}
          label={t('metaAppId')}
          help={t.rich('metaAppIdHelp', {
            link: <Outside to="https://developers.facebook.com/apps/">{t('linkApps')}</Outside>,
          })}
          required
        >
          <TextField inputMode="numeric" autoComplete="off" spellCheck={false} className="font-mono" />
        </Field>
        <Field bind={form.field('appSecret')} label={t('appSecret')} help={t('appSecretHelp')} required>
          <PasswordField autoComplete="off" className="font-mono" />
        </Field>
        <Field
          bind={form.field('token')}
          label={t('token')}
          help={t.rich('tokenHelp', {
            link: (
              <Outside to="https://business.facebook.com/latest/settings/system_users">
                {t('linkUsers')}
              </Outside>
            ),
          })}
          required
        >
          <PasswordField autoComplete="off" className="font-mono" />
        </Field>
        <Field
          bind={form.field('wabaId')}
          label={t('wabaId')}
          help={t.rich('wabaIdHelp', {
            link: (
              <Outside to="https://business.facebook.com/latest/whatsapp_manager">{t('linkManager')}</Outside>
            ),
          })}
          required
        >
          <TextField inputMode="numeric" autoComplete="off" spellCheck={false} className="font-mono" />
        </Field>
        <FormActions label={t(tried ? 'tryAgain' : 'connect')} saving={form.saving}>
          <output className="text-sm text-ink-2">{form.saving && t('checking')}</output>
        </FormActions>
      </Form>
    </Card>
  );
}

function Outside({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a
      href={to}
      target="_blank"
      rel="noreferrer"
      className="rounded-sm font-medium text-accent-ink underline decoration-accent-line underline-offset-3 hover:decoration-current"
    >
      {children}
    </a>
  );
}

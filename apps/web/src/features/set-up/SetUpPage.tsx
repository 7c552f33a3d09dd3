import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { PublicPage } from '../../shell/PublicPage.tsx';
import { Button } from '../../ui/actions/Button.tsx';
import { Link } from '../../ui/actions/Link.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { PasswordField } from '../../ui/fields/PasswordField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { FocusOnArrival } from '../../ui/form/FocusOnArrival.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FieldGroup } from './FieldGroup.tsx';
import { setUpMessages } from './messages.ts';
import { setUpPlaceMessages } from './place-messages.ts';
import { useSetUpForm } from './use-set-up-form.ts';

export function SetUpPage() {
  const t = useT(setUpMessages);
  const place = useT(setUpPlaceMessages);
  const [gone, setGone] = useState(false);
  const form = useSetUpForm(() => setGone(true));
  return (
    <PublicPage title={place('title')} description={t('help')}>
      {gone && (
        <Banner tone="warn" action={<Link to="/sign-in">{t('signIn')}</Link>}>
          {t('gone')}
        </Banner>
      )}
      <Form form={form} className="gap-7">
        <FocusOnArrival>
          <Field label={t('code')} help={t('codeHelp')} required bind={form.field('code')}>
            <TextField autoComplete="off" autoCapitalize="off" spellCheck={false} className="font-mono" />
          </Field>
        </FocusOnArrival>
        <FieldGroup title={t('business')}>
          <Field
            label={t('organisation')}
            help={t('organisationHelp')}
            required
            bind={form.field('organisation')}
          >
            <TextField autoComplete="organization" placeholder={t('organisationExample')} />
          </Field>
          <Field label={t('workspace')} help={t('workspaceHelp')} required bind={form.field('workspace')}>
            <TextField autoComplete="off" />
          </Field>
        </FieldGroup>
        <FieldGroup title={t('you')}>
          <Field label={t('name')} required bind={form.field('name')}>
            <TextField autoComplete="name" placeholder={t('nameExample')} />
          </Field>
          <Field label={t('email')} help={t('emailHelp')} required bind={form.field('email')}>
            <TextField type="email" autoComplete="username" autoCapitalize="off" spellCheck={false} />
          </Field>
          <Field label={t('password')} help={t('passwordHelp')} required bind={form.field('password')}>
            <PasswordField autoComplete="new-password" />
          </Field>
        </FieldGroup>
        <Button type="submit" tone="primary" busy={form.saving} className="w-full">
          {t('create')}
        </Button>
      </Form>
    </PublicPage>
  );
}

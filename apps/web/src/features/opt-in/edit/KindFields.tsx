import { useT } from '../../../i18n/use-t.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { NumberField } from '../../../ui/fields/NumberField.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import type { Form } from '../../../ui/form/use-form.ts';
import { beginsInChat, hasForm, type Kind } from '../kinds.ts';
import { editMessages } from './messages.ts';
import type { PointValues } from './use-point-form.ts';

interface KindFieldsProps {
  kind: Kind;
  form: Form<PointValues>;
}

/** What only this kind of place has. */
export function KindFields({ kind, form }: KindFieldsProps) {
  const t = useT(editMessages);
  return (
    <>
      {kind === 'keyword' && (
        <Field bind={form.field('keywords')} label={t('keywords')} help={t('keywordsHelp')} required>
          <TextField autoComplete="off" placeholder="JOIN, जुड़ें" />
        </Field>
      )}
      {kind === 'website' && <WebsiteFields form={form} />}
      {(kind === 'counter' || kind === 'api') && (
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <Field bind={form.field('store')} label={t('store')}>
            <TextField maxLength={200} autoComplete="off" />
          </Field>
          <Field bind={form.field('staff')} label={t('staff')}>
            <TextField maxLength={200} autoComplete="off" />
          </Field>
        </div>
      )}
      <Field bind={form.field('campaign')} label={t('campaign')}>
        <TextField maxLength={200} autoComplete="off" />
      </Field>
      {beginsInChat(kind) && kind !== 'chat' && (
        <Field bind={form.field('message')} label={t('message')} help={t('messageHelp')}>
          <TextArea maxLength={300} rows={2} />
        </Field>
      )}
      {hasForm(kind) && <LookFields form={form} />}
    </>
  );
}

function WebsiteFields({ form }: { form: Form<PointValues> }) {
  const t = useT(editMessages);
  const { place, trigger } = form.values;
  const labels = {
    modal: t('modal'),
    inline: t('inline'),
    checkout: t('checkout'),
    delay: t('delay'),
    exit: t('exit'),
    click: t('click'),
  };
  const choices = (...all: (keyof typeof labels)[]) => all.map((value) => ({ value, label: labels[value] }));
  return (
    <>
      <Field bind={form.field('allowedOrigins')} label={t('origins')} help={t('originsHelp')} required>
        <TextArea rows={2} spellCheck={false} />
      </Field>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field bind={form.field('place')} label={t('place')} required>
          <Select options={choices('modal', 'inline', 'checkout')} />
        </Field>
        {place === 'modal' && (
          <Field bind={form.field('trigger')} label={t('trigger')} required>
            <Select options={choices('delay', 'exit', 'click')} />
          </Field>
        )}
        {place === 'modal' && trigger === 'delay' && (
          <Field bind={form.field('delaySeconds')} label={t('delaySeconds')} required>
            <NumberField min={0} max={600} unit={t('seconds')} />
          </Field>
        )}
        {place === 'modal' && trigger !== 'click' && (
          <Field bind={form.field('restDays')} label={t('restDays')} required>
            <NumberField min={1} max={365} unit={t('days')} />
          </Field>
        )}
      </div>
    </>
  );
}

function LookFields({ form }: { form: Form<PointValues> }) {
  const t = useT(editMessages);
  return (
    <>
      <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,1fr)_7rem]">
        <Field bind={form.field('title')} label={t('title')}>
          <TextField maxLength={80} autoComplete="off" />
        </Field>
        <Field bind={form.field('color')} label={t('color')} required>
          <TextField type="color" className="h-control" />
        </Field>
      </div>
      <Field bind={form.field('text')} label={t('text')} help={t('textHelp')}>
        <TextArea maxLength={400} rows={2} />
      </Field>
    </>
  );
}

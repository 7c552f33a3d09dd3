import { useT } from '../../../../i18n/use-t.ts';
import { Checkbox } from '../../../../ui/fields/Checkbox.tsx';
import { NumberField } from '../../../../ui/fields/NumberField.tsx';
import { RadioGroup } from '../../../../ui/fields/RadioGroup.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { dropPart, find, pathOf, putPart, type Button } from '../content/components.ts';
import { buttonsOf } from '../content/edit-buttons.ts';
import { keeps, typed } from '../content/typed.ts';
import { codeMessages } from '../code-messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { CodeApps } from './CodeApps.tsx';
import { EditorField } from './EditorField.tsx';
import { PartCard } from './PartCard.tsx';

type Otp = Extract<Button, { type: 'OTP' }>;

/** A one-time code: WhatsApp writes the words, the business chooses what they mention. */
export function CodePart() {
  const t = useT(codeMessages);
  const { editor, readOnly } = useEditor();
  const { content, change } = editor;
  const body = find(content.components, 'BODY');
  const footer = find(content.components, 'FOOTER');
  const [first] = buttonsOf(content);
  const otp: Otp = first?.type === 'OTP' ? first : { type: 'OTP', otp_type: 'COPY_CODE' };
  const set = (next: Partial<Otp>) =>
    change('code', (now) => putPart(now, { type: 'BUTTONS', buttons: [{ ...otp, ...next }] }));
  const setMinutes = (minutes: number | null) =>
    change('code minutes', (now) =>
      minutes === null
        ? dropPart(now, 'FOOTER')
        : putPart(now, { type: 'FOOTER', text: '', code_expiration_minutes: minutes }),
    );
  const path = `${pathOf(content, 'BUTTONS')}.buttons.0`;
  return (
    <PartCard title={t('title')} help={t('help')}>
      <Checkbox
        label={t('advice')}
        disabled={readOnly}
        checked={body?.add_security_recommendation === true}
        onChange={(add_security_recommendation) =>
          change('code advice', (now) =>
            putPart(now, { type: 'BODY', text: '', add_security_recommendation }),
          )
        }
      />
      <EditorField
        path={`${pathOf(content, 'FOOTER')}.code_expiration_minutes`}
        label={t('minutes')}
        help={t('minutesHelp')}
      >
        <NumberField
          min={1}
          max={90}
          disabled={readOnly}
          unit={t('minutesUnit')}
          value={footer?.code_expiration_minutes ?? null}
          onChange={setMinutes}
        />
      </EditorField>
      <EditorField path={path} label={t('way')}>
        <RadioGroup
          cards
          value={otp.otp_type}
          onChange={(otp_type) => set({ otp_type })}
          choices={(['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'] as const).map((value) => ({
            value,
            label: t(value),
            help: t(`${value}_help`),
            disabled: readOnly,
          }))}
        />
      </EditorField>
      <EditorField path={`${path}.text`} label={t('label')} help={t('labelHelp')}>
        <TextField
          readOnly={readOnly}
          value={otp.text ?? ''}
          onChange={(text) => set({ text: typed(text, keeps.label) })}
        />
      </EditorField>
      {otp.otp_type !== 'COPY_CODE' && <CodeApps otp={otp} path={path} onChange={set} />}
    </PartCard>
  );
}

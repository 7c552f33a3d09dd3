import { useT } from '../../../../i18n/use-t.ts';
import { NumberField } from '../../../../ui/fields/NumberField.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import type { Button } from '../content/components.ts';
import { changeUse, knownOf } from '../content/edit-variables.ts';
import { keeps, typed } from '../content/typed.ts';
import { buttonMessages } from '../button-messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { EditorField } from './EditorField.tsx';

interface ButtonTargetProps {
  button: Button;
  path: string;
  place: string;
  onChange: (button: Button) => void;
}

const minutesOfDay = 1440;

/** What a button opens, calls or copies. */
export function ButtonTarget({ button, path, place, onChange }: ButtonTargetProps) {
  const t = useT(buttonMessages);
  const { readOnly } = useEditor();
  if (button.type === 'URL') {
    return (
      <>
        <EditorField path={`${path}.url`} label={t('url')} help={t('urlHelp', { variable: '{{1}}' })}>
          <TextField
            type="url"
            readOnly={readOnly}
            value={button.url}
            onChange={(url) => onChange({ ...button, url: typed(url.trim(), keeps.url) })}
          />
        </EditorField>
        {button.url.includes('{{') && <Example place={`${place}.url`} label={t('urlSample')} />}
      </>
    );
  }
  if (button.type === 'PHONE_NUMBER') {
    return (
      <EditorField path={`${path}.phone_number`} label={t('phone')} help={t('phoneHelp')}>
        <TextField
          type="tel"
          readOnly={readOnly}
          value={button.phone_number}
          onChange={(phone_number) => onChange({ ...button, phone_number: typed(phone_number, keeps.phone) })}
        />
      </EditorField>
    );
  }
  if (button.type === 'COPY_CODE')
    return <Example place={`${place}.coupon`} label={t('coupon')} help={t('couponHelp')} />;
  if (button.type === 'VOICE_CALL') {
    return (
      <EditorField path={`${path}.ttl_minutes`} label={t('minutes')}>
        <NumberField
          min={1}
          max={30}
          disabled={readOnly}
          value={(button.ttl_minutes ?? 7 * minutesOfDay) / minutesOfDay}
          onChange={(days) => onChange({ ...button, ttl_minutes: Math.round((days ?? 7) * minutesOfDay) })}
        />
      </EditorField>
    );
  }
  return button.type === 'FLOW' ? <FlowTarget button={button} path={path} onChange={onChange} /> : null;
}

interface FlowTargetProps {
  button: Extract<Button, { type: 'FLOW' }>;
  path: string;
  onChange: (button: Button) => void;
}

function FlowTarget({ button, path, onChange }: FlowTargetProps) {
  const t = useT(buttonMessages);
  const { readOnly } = useEditor();
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <EditorField path={`${path}.flow_id`} label={t('flow')}>
        <TextField
          readOnly={readOnly}
          inputMode="numeric"
          value={button.flow_id ?? ''}
          onChange={(flow) => onChange({ ...button, flow_id: typed(flow.trim(), 40) })}
        />
      </EditorField>
      <EditorField path={`${path}.navigate_screen`} label={t('flowScreen')}>
        <TextField
          readOnly={readOnly}
          value={button.navigate_screen ?? ''}
          onChange={(screen) => onChange({ ...button, navigate_screen: typed(screen, 200) })}
        />
      </EditorField>
    </div>
  );
}

function Example({ place, label, help }: { place: string; label: string; help?: string }) {
  const { editor, readOnly } = useEditor();
  return (
    <EditorField path={`variables.${place}`} label={label} help={help}>
      <TextField
        readOnly={readOnly}
        value={knownOf(editor.content, place).sample}
        onChange={(sample) =>
          editor.change(`sample ${place}`, (now) =>
            changeUse(now, place, { sample: typed(sample, keeps.sample) }),
          )
        }
      />
    </EditorField>
  );
}

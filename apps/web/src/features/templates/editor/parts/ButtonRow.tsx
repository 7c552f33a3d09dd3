import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useT } from '../../../../i18n/use-t.ts';
import { IconButton } from '../../../../ui/actions/IconButton.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { templateLimits } from '@trikon/contract/template-rules';
import type { Button } from '../content/components.ts';
import { keeps, typed } from '../content/typed.ts';
import { buttonMessages } from '../button-messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { ButtonTarget } from './ButtonTarget.tsx';
import { EditorField } from './EditorField.tsx';

interface ButtonRowProps {
  button: Button;
  /** As findings name it: `components.3.buttons.0`. */
  path: string;
  /** As its values are named: `button.0`. */
  place: string;
  source: Button | undefined;
  onChange: (button: Button) => void;
  onRemove: () => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

const free = new Set<Button['type']>(['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'FLOW', 'VOICE_CALL']);

export function ButtonRow(props: ButtonRowProps) {
  const { button, path, place, source, onChange, onRemove, onUp, onDown } = props;
  const t = useT(buttonMessages);
  const { readOnly, language } = useEditor();
  const text = button.text ?? '';
  const most = button.type === 'VOICE_CALL' ? templateLimits.callLabel : templateLimits.label;
  const name = t('nth', { number: Number(place.split('.').at(-1)) + 1, kind: t(button.type) });
  return (
    <li data-field={path} className="grid gap-3 rounded-md border border-line p-3">
      <div className="flex items-center gap-1">
        <h3 className="min-w-0 flex-1 text-sm font-medium">{name}</h3>
        {!readOnly && (
          <>
            <IconButton
              size="small"
              icon={ArrowUp}
              label={`${t('up')}: ${name}`}
              disabled={!onUp}
              onClick={onUp}
            />
            <IconButton
              size="small"
              icon={ArrowDown}
              label={`${t('down')}: ${name}`}
              disabled={!onDown}
              onClick={onDown}
            />
            <IconButton size="small" icon={Trash2} label={`${t('remove')}: ${name}`} onClick={onRemove} />
          </>
        )}
      </div>
      {free.has(button.type) ? (
        <EditorField
          path={`${path}.text`}
          label={t('label')}
          count={{ text, most }}
          source={source && (source.text ?? '')}
        >
          <TextField
            readOnly={readOnly}
            lang={language.replace('_', '-')}
            dir="auto"
            value={text}
            onChange={(words) => onChange({ ...button, text: typed(words, keeps.label) })}
          />
        </EditorField>
      ) : (
        <p className="text-sm text-ink-2">{t('fixed', { label: text })}</p>
      )}
      <ButtonTarget button={button} path={path} place={place} onChange={onChange} />
    </li>
  );
}

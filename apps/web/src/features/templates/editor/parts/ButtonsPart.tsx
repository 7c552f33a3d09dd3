import { Plus } from 'lucide-react';
import { mostButtons, templateLimits } from '@trikon/contract/template-rules';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Menu } from '../../../../ui/overlays/Menu.tsx';
import { find, pathOf, type ButtonType } from '../content/components.ts';
import { addButton, buttonsOf, changeButton, moveButton, removeButton } from '../content/edit-buttons.ts';
import { buttonMessages } from '../button-messages.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { ButtonRow } from './ButtonRow.tsx';
import { PartCard } from './PartCard.tsx';

const kinds: ButtonType[] = [
  'QUICK_REPLY',
  'URL',
  'PHONE_NUMBER',
  'COPY_CODE',
  'FLOW',
  'CATALOG',
  'MPM',
  'SPM',
  'VOICE_CALL',
  'ORDER_DETAILS',
  'REQUEST_CONTACT_INFO',
];

export function ButtonsPart() {
  const t = useT(editorMessages);
  const kind = useT(buttonMessages);
  const { editor, readOnly, source } = useEditor();
  const { content, change } = editor;
  const buttons = buttonsOf(content);
  const path = `${pathOf(content, 'BUTTONS')}.buttons`;
  const from = source ? (find(source.content.components, 'BUTTONS')?.buttons ?? []) : undefined;
  const isFull = (type: ButtonType) =>
    buttons.filter((each) => each.type === type).length >= (mostButtons[type] ?? 1);
  return (
    <PartCard title={t('buttons')} help={t('buttonsHelp')}>
      {buttons.length > 0 && (
        <ul data-field={path} className="grid gap-3">
          {buttons.map((button, at) => (
            <ButtonRow
              // Buttons have nothing of their own but their place; typing in one must not draw it anew.
              key={`${button.type} ${buttons.slice(0, at).filter((each) => each.type === button.type).length}`}
              button={button}
              path={`${path}.${at}`}
              place={`button.${at}`}
              source={from?.[at]}
              onChange={(next) => change(`button ${at}`, (now) => changeButton(now, at, next))}
              onRemove={() => change('button gone', (now) => removeButton(now, at))}
              onUp={at > 0 ? () => change('button up', (now) => moveButton(now, at, at - 1)) : undefined}
              onDown={
                at < buttons.length - 1
                  ? () => change('button down', (now) => moveButton(now, at, at + 1))
                  : undefined
              }
            />
          ))}
        </ul>
      )}
      {!readOnly && buttons.length < templateLimits.buttons && (
        <div>
          <Menu
            trigger={
              <Button size="small" icon={Plus}>
                {t('addButton')}
              </Button>
            }
            groups={[
              kinds.map((type) => ({
                label: kind(type),
                disabled: isFull(type),
                run: () => change('button added', (now) => addButton(now, type)),
              })),
            ]}
          />
        </div>
      )}
    </PartCard>
  );
}

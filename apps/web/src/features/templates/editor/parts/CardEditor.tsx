import { ArrowLeft, ArrowRight, Plus, Trash2 } from 'lucide-react';
import { templateLimits } from '@trikon/contract/template-rules';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { IconButton } from '../../../../ui/actions/IconButton.tsx';
import { Menu } from '../../../../ui/overlays/Menu.tsx';
import { find, type ButtonType } from '../content/components.ts';
import { cardButtonsOf } from '../content/edit-buttons.ts';
import {
  addCardButton,
  cardsOf,
  changeCardButton,
  changeCardText,
  formatOf,
  removeCardButton,
} from '../content/edit-cards.ts';
import { changeUse } from '../content/edit-variables.ts';
import { keeps } from '../content/typed.ts';
import { buttonMessages } from '../button-messages.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { ButtonRow } from './ButtonRow.tsx';
import { EditorField } from './EditorField.tsx';
import { MediaField } from './MediaField.tsx';
import { TextEditor } from './TextEditor.tsx';

interface CardEditorProps {
  at: number;
  path: string;
  isLast: boolean;
  /** WhatsApp wants two at least. */
  isOnly: boolean;
  onMove: (to: number) => void;
}

const kinds: Record<'media' | 'product', ButtonType[]> = {
  media: ['QUICK_REPLY', 'URL', 'PHONE_NUMBER'],
  product: ['SPM', 'URL', 'ORDER_DETAILS'],
};

export function CardEditor({ at, path, isLast, isOnly, onMove }: CardEditorProps) {
  const t = useT(editorMessages);
  const { editor, readOnly, source } = useEditor();
  const { content, change } = editor;
  const cards = cardsOf(content);
  const card = cards[at]!;
  const format = formatOf(cards);
  const bodyAt = card.components.findIndex(({ type }) => type === 'BODY');
  const body = find(card.components, 'BODY');
  const from = source ? cardsOf(source.content)[at] : undefined;
  return (
    <div data-field={path} className="grid gap-4">
      {!readOnly && (
        <div className="flex gap-1">
          <IconButton
            icon={ArrowLeft}
            label={t('cardLeft')}
            disabled={at === 0}
            onClick={() => onMove(at - 1)}
          />
          <IconButton
            icon={ArrowRight}
            label={t('cardRight')}
            disabled={isLast}
            onClick={() => onMove(at + 1)}
          />
          <IconButton icon={Trash2} label={t('cardRemove')} disabled={isOnly} onClick={() => onMove(-1)} />
        </div>
      )}
      {format !== 'PRODUCT' && <MediaField place={`card.${at}`} format={format} />}
      {body && (
        <EditorField
          path={`${path}.components.${bodyAt}.text`}
          label={t('cardText')}
          count={{ text: body.text, most: templateLimits.shortBody }}
          source={source ? (find(from?.components ?? [], 'BODY')?.text ?? '') : undefined}
        >
          <TextEditor
            value={body.text}
            keep={keeps.body}
            rows={2}
            rich
            onChange={(text) => change(`card ${at}`, (now) => changeCardText(now, at, text))}
            onUse={(name, origin) =>
              change(`card ${at}`, (now) => changeUse(now, `card.${at}.body.${name}`, { source: origin }))
            }
          />
        </EditorField>
      )}
      <CardButtons at={at} path={path} />
    </div>
  );
}

/** Added and taken away in all cards at once, since WhatsApp wants them alike. */
function CardButtons({ at, path }: { at: number; path: string }) {
  const t = useT(editorMessages);
  const kind = useT(buttonMessages);
  const { editor, readOnly, source } = useEditor();
  const { content, change } = editor;
  const cards = cardsOf(content);
  const buttons = cardButtonsOf(cards[at]);
  const part = cards[at]!.components.findIndex(({ type }) => type === 'BUTTONS');
  const from = source ? cardButtonsOf(cardsOf(source.content)[at]) : undefined;
  return (
    <>
      <ul className="grid gap-3">
        {buttons.map((button, place) => (
          <ButtonRow
            key={`${button.type} ${buttons.slice(0, place).filter((each) => each.type === button.type).length}`}
            button={button}
            path={`${path}.components.${part}.buttons.${place}`}
            place={`card.${at}.button.${place}`}
            source={from?.[place]}
            onChange={(next) =>
              change(`card ${at} button ${place}`, (now) =>
                changeCardButton(now, { card: at, button: place }, next),
              )
            }
            onRemove={() => change('card button gone', (now) => removeCardButton(now, place))}
            onUp={undefined}
            onDown={undefined}
          />
        ))}
      </ul>
      {!readOnly && buttons.length < templateLimits.cardButtons && (
        <div>
          <Menu
            trigger={
              <Button size="small" icon={Plus}>
                {t('addCardButton')}
              </Button>
            }
            groups={[
              kinds[formatOf(cards) === 'PRODUCT' ? 'product' : 'media'].map((type) => ({
                label: kind(type),
                run: () => change('card button added', (now) => addCardButton(now, type)),
              })),
            ]}
          />
        </div>
      )}
    </>
  );
}

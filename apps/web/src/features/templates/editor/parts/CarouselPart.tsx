import { Plus } from 'lucide-react';
import { useState } from 'react';
import { templateLimits } from '@trikon/contract/template-rules';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Segmented } from '../../../../ui/fields/Segmented.tsx';
import { dropPart, pathOf } from '../content/components.ts';
import { addCard, cardsOf, changeFormat, formatOf, moveCard } from '../content/edit-cards.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { CardEditor } from './CardEditor.tsx';
import { PartCard } from './PartCard.tsx';

export function CarouselPart() {
  const t = useT(editorMessages);
  const { editor, readOnly } = useEditor();
  const { content, change } = editor;
  const [open, setOpen] = useState(0);
  const cards = cardsOf(content);
  const format = formatOf(cards);
  const at = Math.min(open, cards.length - 1);
  const path = pathOf(content, 'CAROUSEL');
  const move = (to: number) => {
    change('card moved', (now) => moveCard(now, at, to));
    setOpen(Math.max(0, to));
  };
  return (
    <PartCard
      title={t('carousel')}
      help={t('carouselHelp')}
      onRemove={() => change('carousel gone', (now) => dropPart(now, 'CAROUSEL'))}
    >
      <div data-field={path} className="flex flex-wrap items-center gap-3">
        {!readOnly && (
          <Segmented
            label={t('cardFormat')}
            value={format}
            onChange={(next) => change('card format', (now) => changeFormat(now, next))}
            choices={(['IMAGE', 'VIDEO', 'PRODUCT'] as const).map((value) => ({ value, label: t(value) }))}
          />
        )}
        <Segmented
          label={t('cards')}
          value={String(at)}
          onChange={(next) => setOpen(Number(next))}
          choices={cards.map((_, place) => ({ value: String(place), label: String(place + 1) }))}
        />
        {!readOnly && format !== 'PRODUCT' && cards.length < templateLimits.cards && (
          <Button
            size="small"
            icon={Plus}
            onClick={() => {
              change('card added', addCard);
              setOpen(cards.length);
            }}
          >
            {t('addCard')}
          </Button>
        )}
      </div>
      <CardEditor
        key={at}
        at={at}
        path={`${path}.cards.${at}`}
        onMove={move}
        isLast={at === cards.length - 1}
        isOnly={cards.length <= 2}
      />
    </PartCard>
  );
}

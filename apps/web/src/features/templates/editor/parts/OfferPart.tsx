import { templateLimits } from '@trikon/contract/template-rules';
import { useT } from '../../../../i18n/use-t.ts';
import { Checkbox } from '../../../../ui/fields/Checkbox.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { dropPart, find, pathOf, putPart } from '../content/components.ts';
import { keeps, typed } from '../content/typed.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { EditorField } from './EditorField.tsx';
import { PartCard } from './PartCard.tsx';

const type = 'LIMITED_TIME_OFFER';

export function OfferPart() {
  const t = useT(editorMessages);
  const { editor, readOnly, source } = useEditor();
  const { content, change } = editor;
  const offer = find(content.components, type)?.limited_time_offer;
  if (!offer) return null;
  const set = (next: Partial<typeof offer>) =>
    change('offer', (now) => putPart(now, { type, limited_time_offer: { ...offer, ...next } }));
  return (
    <PartCard
      title={t('offer')}
      help={t('offerHelp')}
      onRemove={() => change('offer gone', (now) => dropPart(now, type))}
    >
      <EditorField
        path={`${pathOf(content, type)}.limited_time_offer.text`}
        label={t('offerText')}
        count={{ text: offer.text, most: templateLimits.offer }}
        source={source ? (find(source.content.components, type)?.limited_time_offer.text ?? '') : undefined}
      >
        <TextField
          readOnly={readOnly}
          value={offer.text}
          onChange={(text) => set({ text: typed(text, keeps.offer) })}
        />
      </EditorField>
      <Checkbox
        label={t('offerExpires')}
        disabled={readOnly}
        checked={offer.has_expiration}
        onChange={(has_expiration) => set({ has_expiration })}
      />
    </PartCard>
  );
}

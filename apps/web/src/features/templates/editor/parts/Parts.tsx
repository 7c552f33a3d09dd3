import { find, type ComponentType } from '../content/components.ts';
import { useEditor } from '../state/editor-context.ts';
import { BodyPart } from './BodyPart.tsx';
import { ButtonsPart } from './ButtonsPart.tsx';
import { CarouselPart } from './CarouselPart.tsx';
import { CodePart } from './CodePart.tsx';
import { DisclosurePart } from './DisclosurePart.tsx';
import { FooterPart } from './FooterPart.tsx';
import { HeaderPart } from './HeaderPart.tsx';
import { MoreParts } from './MoreParts.tsx';
import { OfferPart } from './OfferPart.tsx';
import { ValidityPart } from './ValidityPart.tsx';
import { VariablesPart } from './VariablesPart.tsx';

/** The parts of the message in its order, then what stands behind them. What cannot be there is shown only to be taken away. */
export function Parts() {
  const { editor, category } = useEditor();
  const { components } = editor.content;
  if (category === 'AUTHENTICATION')
    return (
      <>
        <CodePart />
        <ValidityPart />
      </>
    );
  const has = (type: ComponentType) => find(components, type) !== undefined;
  const hasCards = has('CAROUSEL');
  const hasOffer = has('LIMITED_TIME_OFFER');
  const asksToCall = has('CALL_PERMISSION_REQUEST');
  return (
    <>
      {(!hasCards || has('HEADER')) && <HeaderPart />}
      {hasOffer && <OfferPart />}
      <BodyPart />
      {hasCards && <CarouselPart />}
      {((!hasCards && !hasOffer) || has('FOOTER')) && <FooterPart />}
      {((!hasCards && !asksToCall) || has('BUTTONS')) && <ButtonsPart />}
      <MoreParts />
      <VariablesPart />
      <ValidityPart />
      <DisclosurePart />
    </>
  );
}

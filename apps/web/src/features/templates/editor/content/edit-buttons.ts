import type { TemplateContent } from '@trikon/contract';
import { fixedLabels } from '@trikon/contract/template-rules';
import { dropPart, find, put, putPart, type Button, type ButtonType, type Card } from './components.ts';
import { moved, reordered } from './reordered.ts';

/** A button as it is added: what WhatsApp prescribes is there already. */
export function newButton(type: ButtonType): Button {
  if (type === 'URL') return { type, text: '', url: 'https://' };
  if (type === 'PHONE_NUMBER') return { type, text: '', phone_number: '' };
  if (type === 'OTP') return { type, otp_type: 'COPY_CODE' };
  if (type === 'FLOW') return { type, text: '', flow_action: 'navigate' };
  if (type === 'QUICK_REPLY' || type === 'VOICE_CALL') return { type, text: '' };
  return { type, text: fixedLabels[type][0] };
}

export const buttonsOf = ({ components }: Pick<TemplateContent, 'components'>): readonly Button[] =>
  find(components, 'BUTTONS')?.buttons ?? [];

const withButtons = (content: TemplateContent, buttons: Button[]): TemplateContent =>
  buttons.length === 0 ? dropPart(content, 'BUTTONS') : putPart(content, { type: 'BUTTONS', buttons });

/** Quick replies stand together, so a new one joins the others. */
export function addButton(content: TemplateContent, type: ButtonType): TemplateContent {
  const buttons = buttonsOf(content);
  const lastQuick = buttons.findLastIndex((each) => each.type === 'QUICK_REPLY');
  const at = type === 'QUICK_REPLY' && lastQuick >= 0 ? lastQuick + 1 : buttons.length;
  const added = withButtons(content, [...buttons, newButton(type)]);
  return moveButton(added, buttons.length, at);
}

export const changeButton = (content: TemplateContent, at: number, button: Button): TemplateContent =>
  withButtons(content, buttonsOf(content).with(at, button));

/** To a place before the first: away. */
export function moveButton(content: TemplateContent, from: number, to: number): TemplateContent {
  const buttons = buttonsOf(content);
  const order = moved(buttons.length, from, to);
  return {
    ...withButtons(
      content,
      order.map((place) => buttons[place]!),
    ),
    variables: reordered(content.variables, 'button', order),
  };
}

export const removeButton = (content: TemplateContent, at: number): TemplateContent =>
  moveButton(content, at, -1);

const cardButtons = ({ components }: Card): readonly Button[] => find(components, 'BUTTONS')?.buttons ?? [];

export const cardButtonsOf = (card: Card | undefined): readonly Button[] => (card ? cardButtons(card) : []);

export const withCardButtons = (card: Card, buttons: Button[]): Card => ({
  components:
    buttons.length === 0
      ? card.components.filter(({ type }) => type !== 'BUTTONS')
      : put(card.components, { type: 'BUTTONS', buttons }),
});

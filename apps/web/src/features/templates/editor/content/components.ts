import type { TemplateContent } from '@trikon/contract';

export type Component = TemplateContent['components'][number];
export type ComponentType = Component['type'];
export type ComponentOf<Type extends ComponentType> = Extract<Component, { type: Type }>;
export type HeaderFormat = ComponentOf<'HEADER'>['format'];
export type Button = ComponentOf<'BUTTONS'>['buttons'][number];
export type ButtonType = Button['type'];
export type Card = ComponentOf<'CAROUSEL'>['cards'][number];

/** In the order of the message, which is also Meta’s. */
const order: ComponentType[] = [
  'HEADER',
  'LIMITED_TIME_OFFER',
  'BODY',
  'FOOTER',
  'BUTTONS',
  'CAROUSEL',
  'CALL_PERMISSION_REQUEST',
];

export const find = <Type extends ComponentType>(
  components: readonly Component[],
  type: Type,
): ComponentOf<Type> | undefined => components.find((each): each is ComponentOf<Type> => each.type === type);

/** The part in its place, instead of the one that was there. */
export function put<Part extends Component>(components: readonly Part[], part: Part): Part[] {
  const others = components.filter(({ type }) => type !== part.type);
  return [...others, part].toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

export const putPart = (content: TemplateContent, part: Component): TemplateContent => ({
  ...content,
  components: put(content.components, part),
});

export const dropPart = (content: TemplateContent, type: ComponentType): TemplateContent => ({
  ...content,
  components: content.components.filter((each) => each.type !== type),
});

/** Where problems name a part: `components.1`. A part that is not there has the place it would get. */
export function pathOf({ components }: TemplateContent, type: ComponentType): string {
  const at = components.findIndex((each) => each.type === type);
  return at < 0 ? 'components' : `components.${at}`;
}

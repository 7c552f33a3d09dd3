import { noChange } from 'lit-html';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit-html/directive.js';

/**
 * Properties of an element's style, set one by one: the page's policy allows no style attribute, which is what
 * lit's own styleMap writes first.
 */
class Styled extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new Error('styled() stands on an element, not in an attribute.');
  }

  render(_properties: Record<string, string>): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [properties]: [Record<string, string>]): typeof noChange {
    if (element instanceof HTMLElement) {
      for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
    }
    return noChange;
  }
}

export const styled = directive(Styled);

import type { TemplateContent } from '@trikon/contract';
import { mediaPlaces, variablePlaces } from '@trikon/contract/template-rules';
import type { Component } from './components.ts';

export type VariableUse = TemplateContent['variables'][string];
export type MediaUse = TemplateContent['media'][string];

const unused: VariableUse = { sample: '', fallback: null, source: null };
const noFile: MediaUse = { mediaId: null, altText: null };

export const knownOf = ({ variables }: TemplateContent, place: string): VariableUse =>
  variables[place] ?? unused;

export const mediaOf = ({ media }: TemplateContent, place: string): MediaUse => media[place] ?? noFile;

export const changeUse = (
  content: TemplateContent,
  place: string,
  change: Partial<VariableUse>,
): TemplateContent => ({
  ...content,
  variables: { ...content.variables, [place]: { ...knownOf(content, place), ...change } },
});

export const changeMedia = (
  content: TemplateContent,
  place: string,
  change: Partial<MediaUse>,
): TemplateContent => ({
  ...content,
  media: { ...content.media, [place]: { ...mediaOf(content, place), ...change } },
});

/** What is stored: without what is known of variables and files that are not in the message any more. */
export function pruned(content: TemplateContent): TemplateContent {
  const places = new Set(variablePlaces(content));
  const files = new Set(mediaPlaces(content));
  const only = <Value>(record: Readonly<Record<string, Value>>, kept: ReadonlySet<string>) =>
    Object.fromEntries(Object.entries(record).filter(([place]) => kept.has(place)));
  return { ...content, variables: only(content.variables, places), media: only(content.media, files) };
}

/** Another name for a variable, wherever it stands in its part of the message. */
export function renameVariable(content: TemplateContent, place: string, name: string): TemplateContent {
  const part = place.slice(0, place.lastIndexOf('.'));
  const former = place.slice(part.length + 1);
  const rename = (text: string) => text.replaceAll(`{{${former}}}`, `{{${name}}}`);
  const renameIn = (component: Component, prefix: string): Component => {
    if (component.type === 'CAROUSEL') {
      const cards = component.cards.map((card, at) => ({
        components: card.components.map((each) => renameIn(each, `card.${at}.`)),
      }));
      return { ...component, cards } as Component;
    }
    const holds = part === `${prefix}${component.type.toLowerCase()}` && 'text' in component;
    return holds ? { ...component, text: rename(component.text) } : component;
  };
  const { [place]: use, ...variables } = content.variables;
  return {
    ...content,
    components: content.components.map((component) => renameIn(component, '')),
    variables: use ? { ...variables, [`${part}.${name}`]: use } : variables,
  };
}

/** `Festival Name` → `festival_name`: what WhatsApp takes as a name. */
export const asVariableName = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+/, '')
    .slice(0, 60);

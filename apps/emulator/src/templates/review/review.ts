import type { TemplateCategory, TemplateComponent, TemplateRejectionReason } from '@trikon/whatsapp';
import type { TemplateDraft } from '../checks/request.ts';
import { bodyOf, footerOf } from '../template.ts';
import { isInScript } from './scripts.ts';
import {
  abuse,
  handover,
  hiddenLink,
  oneTimeCode,
  promotion,
  scam,
  secrets,
  service,
  survey,
  warning,
} from './words.ts';

export interface Rejection {
  reason: TemplateRejectionReason;
  /** Told in the webhook, where Meta gives a hint. */
  info?: { reason: string; recommendation: string };
}

type Draft = Pick<TemplateDraft, 'category' | 'components' | 'language'>;

/** Why a reviewer rejects a template; null when nothing is wrong with it (Meta, 'Template review'). */
export function rejectionOf(draft: Draft): Rejection | null {
  if (draft.category === 'AUTHENTICATION') return null;
  const text = textOf(draft.components);
  if (/\{\{[^{}]*\}\}\s*\{\{/.test(bodyOf(draft))) return adjacent;
  if ([...linksOf(draft.components), text].some((part) => hiddenLink.test(part))) return shortened;
  if (asksForSecrets(text) || matches(text, scam)) return { reason: 'SCAM' };
  if (matches(text, abuse)) return { reason: 'ABUSIVE_CONTENT' };
  if (!isInScript(text, draft.language)) return { reason: 'TAG_CONTENT_MISMATCH' };
  return hasOneTimeCode(text) ? { reason: 'INCORRECT_CATEGORY' } : null;
}

/** Body and footer alike make a duplicate, whatever the name (Meta, 'Template review'). */
export const isDuplicate = (one: Draft, other: Draft): boolean =>
  one.category !== 'AUTHENTICATION' && bodyOf(one) === bodyOf(other) && footerOf(one) === footerOf(other);

export const duplicateOf = (name: string): Rejection => ({
  reason: 'INVALID_FORMAT',
  info: {
    reason: `The template has the same content as ${name}.`,
    recommendation: 'Use the existing template, or change the body or the footer.',
  },
});

const adjacent: Rejection = {
  reason: 'INVALID_FORMAT',
  info: { reason: 'Parameters are adjacent.', recommendation: 'Separate them with text.' },
};

const shortened: Rejection = {
  reason: 'INVALID_FORMAT',
  info: {
    reason: 'The template contains a shortened link or a link to WhatsApp.',
    recommendation: 'Use the full address of your own website.',
  },
};

/** A template asked for as UTILITY that is not about something of the customer's own becomes MARKETING. */
export function rightCategory({ category, components, language }: Draft): TemplateCategory {
  if (category !== 'UTILITY') return category;
  const text = textOf(components);
  const promotes = components.some(isForSale) || matches(text, promotion);
  return promotes || isUnclear(text, language) ? 'MARKETING' : 'UTILITY';
}

function isUnclear(text: string, language: string): boolean {
  if (text.includes('{{') || !/^(en|hi)(_|$)/.test(language)) return false;
  return matches(text, survey) || !matches(text, service);
}

function isForSale(component: TemplateComponent): boolean {
  if (component.type === 'CAROUSEL' || component.type === 'LIMITED_TIME_OFFER') return true;
  if (component.type !== 'BUTTONS') return false;
  return component.buttons.some(({ type }) => ['CATALOG', 'COPY_CODE', 'MPM', 'SPM'].includes(type));
}

const matches = (text: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => pattern.test(text));

const hasOneTimeCode = (text: string): boolean =>
  text.includes('{{') && matches(text, oneTimeCode) && !handover.test(text) && !secretsAreGuarded(text);

/** "Never share your OTP" beside an order number is advice, not a code. */
const secretsAreGuarded = (text: string): boolean =>
  text
    .split(/[.!?।\n]/)
    .filter((sentence) => matches(sentence, oneTimeCode))
    .every((sentence) => warning.test(sentence) && !sentence.includes('{{'));

/** A sentence with a variable gives a code rather than asks for one. */
const asksForSecrets = (text: string): boolean =>
  text
    .split(/[.!?।\n]/)
    .some((sentence) => secrets.test(sentence) && !warning.test(sentence) && !sentence.includes('{{'));

/** Everything of a template that can be read: of every card too. */
function textOf(components: readonly TemplateComponent[]): string {
  return components.flatMap(textsOf).join('\n');
}

function textsOf(component: TemplateComponent): string[] {
  if (component.type === 'CAROUSEL')
    return component.cards.flatMap((card) => card.components.flatMap(textsOf));
  if (component.type === 'BUTTONS') return component.buttons.map(({ text }) => text);
  if (component.type === 'LIMITED_TIME_OFFER') return [component.limited_time_offer.text];
  return 'text' in component ? [component.text] : [];
}

function linksOf(components: readonly TemplateComponent[]): string[] {
  return components.flatMap((component) => {
    if (component.type === 'CAROUSEL') return component.cards.flatMap((card) => linksOf(card.components));
    if (component.type !== 'BUTTONS') return [];
    return component.buttons.flatMap((button) => (button.type === 'URL' ? [button.url] : []));
  });
}

import { fillText, plainText, type FilledText, type ShownValue } from '../format/filled-text.ts';
import { codeWords } from './code-words.ts';
import { drawButton } from './draw-button.ts';
import type { DrawnFile, DrawnHeader, DrawnMessage, DrawnPart } from './drawn.ts';
import { componentOf, isLoose, listIn, textIn, type Loose } from './loose-json.ts';

export interface TemplateToDraw {
  category: string;
  language: string;
  /** As Meta has them, or as a draft does. */
  components: readonly unknown[];
  /** By the parameter’s name: `body.first_name`, `button.0.url`, `card.1.body.price`. */
  valueFor: (parameter: string) => ShownValue | undefined;
  /** `header`, `card.0`. */
  fileFor: (place: string) => DrawnFile | null;
}

export function drawTemplate(template: TemplateToDraw): DrawnMessage {
  const { category, language, components } = template;
  const isCode = category === 'AUTHENTICATION';
  const offer = componentOf(components, 'LIMITED_TIME_OFFER')?.['limited_time_offer'];
  const carousel = componentOf(components, 'CAROUSEL');
  const part = drawPart(template, components, '');
  return {
    ...part,
    ...(isCode && { body: codeBody(template) }),
    language,
    offer: isLoose(offer)
      ? {
          text: textIn(offer, 'text'),
          expires: offer['has_expiration'] === true,
          code: part.buttons.find(({ kind }) => kind === 'copy')?.leads ?? null,
        }
      : null,
    footer: isCode ? codeFooter(template) : textIn(componentOf(components, 'FOOTER'), 'text') || null,
    cards: listIn(carousel, 'cards').map((card, at) =>
      drawPart(template, listIn(card, 'components'), `card.${at}.`),
    ),
    asksToCall: componentOf(components, 'CALL_PERMISSION_REQUEST') !== undefined,
    foldsEarly: category === 'MARKETING',
  };
}

function drawPart(template: TemplateToDraw, components: readonly unknown[], prefix: string): DrawnPart {
  const body = componentOf(components, 'BODY');
  const buttons = componentOf(components, 'BUTTONS');
  return {
    place: prefix.slice(0, -1),
    header: drawHeader(template, componentOf(components, 'HEADER'), prefix),
    body: body ? fill(template, textIn(body, 'text'), `${prefix}body.`) : null,
    buttons: listIn(buttons, 'buttons').map((button, at) =>
      drawButton(button, {
        language: template.language,
        place: `${prefix}button.${at}`,
        isCode: template.category === 'AUTHENTICATION',
        valueFor: (slot) => template.valueFor(`${prefix}button.${at}.${slot}`),
      }),
    ),
  };
}

const fill = ({ valueFor }: TemplateToDraw, text: string, prefix: string): FilledText =>
  fillText(text, (name) => valueFor(`${prefix}${name}`));

const fileKinds = { IMAGE: 'image', VIDEO: 'video', GIF: 'gif', DOCUMENT: 'document' } as const;

function drawHeader(template: TemplateToDraw, header: Loose | undefined, prefix: string): DrawnHeader | null {
  if (!header) return null;
  const format = textIn(header, 'format').toUpperCase() || 'TEXT';
  if (format === 'TEXT')
    return { kind: 'text', text: fill(template, textIn(header, 'text'), `${prefix}header.`) };
  if (format === 'LOCATION') return { kind: 'location' };
  if (format === 'PRODUCT') return { kind: 'product' };
  const kind = Object.hasOwn(fileKinds, format) ? fileKinds[format as keyof typeof fileKinds] : null;
  return kind && { kind, file: template.fileFor(prefix === '' ? 'header' : prefix.slice(0, -1)) };
}

/** Words of WhatsApp’s own, in the template’s language. */
function codeBody({ language, components, valueFor }: TemplateToDraw): FilledText {
  const body = componentOf(components, 'BODY');
  const { says, advice } = codeWords(language);
  const told = textIn(body, 'text');
  const text = told || (body?.['add_security_recommendation'] === true ? `${says} ${advice}` : says);
  return fillText(text, () => valueFor('code') ?? { text: '394021', origin: 'sample' });
}

function codeFooter({ language, components }: TemplateToDraw): string | null {
  const footer = componentOf(components, 'FOOTER');
  const minutes = footer?.['code_expiration_minutes'];
  if (typeof minutes === 'number') return codeWords(language).expires(minutes);
  return textIn(footer, 'text') || null;
}

/** For whoever reads or hears it in a line: a header, the words, the footer and what can be tapped. */
export function textOfDrawn({ header, body, footer, buttons }: DrawnMessage): string {
  const parts = [
    header?.kind === 'text' ? header.text : null,
    body,
    footer === null ? null : plainText(footer),
  ];
  return [...parts.map((part) => part?.text), ...buttons.map(({ label }) => `[${label}]`)]
    .filter(Boolean)
    .join('\n');
}

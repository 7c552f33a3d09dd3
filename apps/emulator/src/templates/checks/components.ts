import type {
  ParameterFormat,
  TemplateButton,
  TemplateCategory,
  TemplateComponent,
  TemplateLimitedTimeOffer,
} from '@trikon/whatsapp';
import { readAuthentication } from './authentication.ts';
import { checkCategory, readButtons } from './buttons.ts';
import { readCarousel } from './carousel.ts';
import { readBoolean, readList, readObject, readText, readWord } from './reading.ts';
import type { Fields } from './reading.ts';
import { checkLength, refuseContent, refuseMissing, refuseTemplate } from './refusals.ts';
import { readBody, readFooter, readHeader } from './texts.ts';

/** What the rest of the template says about its components. */
export interface Around {
  category: TemplateCategory;
  language: string;
  format: ParameterFormat;
  displayFormat?: string | undefined;
}

type Parts = { [Type in TemplateComponent['type']]?: Extract<TemplateComponent, { type: Type }> };

const types = [
  'HEADER',
  'BODY',
  'FOOTER',
  'BUTTONS',
  'CAROUSEL',
  'LIMITED_TIME_OFFER',
  'CALL_PERMISSION_REQUEST',
] as const;

export function readComponents(value: unknown, around: Around): TemplateComponent[] {
  const given = readList(value, 'components').map((component, at) =>
    readObject(component, `components[${at}]`),
  );
  if (around.category === 'AUTHENTICATION') return readAuthentication(given, around.language);
  const kinds = given.map(({ type }) => readWord(type, types, 'type'));
  if (new Set(kinds).size !== kinds.length) {
    refuseContent('Invalid components', 'Each component can be used only once.');
  }
  if (!kinds.includes('BODY')) refuseMissing('BODY', 'text');
  const limit = bodyLimit(given, kinds);
  const components = given.map((component, at) =>
    readComponent(kinds[at] ?? 'BODY', component, around, limit),
  );
  checkTogether(components, around);
  return components;
}

/** Meta, 'Template components' and 'Limited-time offer templates'. */
function bodyLimit(given: Fields[], kinds: string[]): number {
  const product = given.some(
    ({ format }) => typeof format === 'string' && format.toUpperCase() === 'PRODUCT',
  );
  if (product) return 160;
  return kinds.includes('LIMITED_TIME_OFFER') ? 600 : 1024;
}

function readComponent(
  kind: (typeof types)[number],
  given: Fields,
  { format }: Around,
  limit: number,
): TemplateComponent {
  if (kind === 'HEADER') return readHeader(given, format);
  if (kind === 'BODY') return readBody(given, format, limit);
  if (kind === 'FOOTER') return readFooter(given);
  if (kind === 'BUTTONS') return readButtons(given);
  if (kind === 'CAROUSEL') return readCarousel(given, format);
  return kind === 'LIMITED_TIME_OFFER' ? readOffer(given) : { type: kind };
}

function readOffer(given: Fields): TemplateLimitedTimeOffer {
  const offer = readObject(
    given.limited_time_offer ?? refuseMissing('LIMITED_TIME_OFFER', 'limited_time_offer'),
    'limited_time_offer',
  );
  const text = readText(offer.text ?? refuseMissing('LIMITED_TIME_OFFER', 'text'), 'text');
  return {
    type: 'LIMITED_TIME_OFFER',
    limited_time_offer: {
      text: checkLength(text, 16, 'limited-time offer text'),
      has_expiration:
        offer.has_expiration === undefined ? false : readBoolean(offer.has_expiration, 'has_expiration'),
    },
  };
}

function checkTogether(components: TemplateComponent[], around: Around): void {
  const parts: Parts = Object.fromEntries(components.map((part) => [part.type, part]));
  const buttons = parts.BUTTONS?.buttons ?? [];
  checkCategory(buttons, around.category, around.displayFormat);
  checkHeader(parts, buttons, around);
  if (parts.LIMITED_TIME_OFFER) checkOffer(parts, buttons, around.category);
  if (parts.CAROUSEL && (parts.HEADER || parts.FOOTER || parts.BUTTONS)) {
    refuseContent('Carousel format is incorrect', 'A carousel stands under the body alone.');
  }
  if (around.format === 'NAMED') checkNamesOnce(parts);
}

function checkHeader(parts: Parts, buttons: TemplateButton[], { category }: Around): void {
  const format = parts.HEADER?.format;
  const has = (type: TemplateButton['type']) => buttons.some((button) => button.type === type);
  if (format === 'GIF' && category !== 'MARKETING') {
    refuseTemplate('headerFormat', 'A GIF header is only allowed in marketing templates.');
  }
  if (has('MPM') && format !== 'TEXT') {
    refuseTemplate('headerFormat', 'A multi-product template needs a text header.');
  }
  if (has('SPM') !== (format === 'PRODUCT')) {
    refuseTemplate('headerFormat', 'A product header and a "View" button (SPM) need each other.');
  }
}

function checkOffer(parts: Parts, buttons: TemplateButton[], category: TemplateCategory): void {
  const refuse = (message: string) => refuseContent('Limited-time offer format is incorrect', message);
  const format = parts.HEADER?.format;
  if (category !== 'MARKETING') refuse('A limited-time offer is only allowed in marketing templates.');
  if (parts.FOOTER) refuse('A limited-time offer template cannot have a footer.');
  if (format !== undefined && format !== 'IMAGE' && format !== 'VIDEO') {
    refuse('The header of a limited-time offer has to be an image or a video.');
  }
  const order = buttons.map((button) => button.type).join(' ');
  const expires = parts.LIMITED_TIME_OFFER?.limited_time_offer.has_expiration;
  if (order !== 'COPY_CODE URL' && (expires || order !== 'URL')) {
    refuse('A limited-time offer has a copy code button first and a URL button second.');
  }
}

/** A named variable stands once in the whole template (Meta, 'Template components': parameters). */
function checkNamesOnce({ HEADER, BODY }: Parts): void {
  const text = `${HEADER && 'text' in HEADER ? HEADER.text : ''} ${BODY?.text ?? ''}`;
  const names = Array.from(text.matchAll(/\{\{([^{}]*)\}\}/g), ([, name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) refuseTemplate('bodyFormat', `The variable {{${twice}}} is used more than once.`);
}

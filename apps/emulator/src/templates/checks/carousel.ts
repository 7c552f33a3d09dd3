import type {
  ParameterFormat,
  TemplateBody,
  TemplateButtons,
  TemplateCard,
  TemplateCarousel,
  TemplateHeader,
} from '@trikon/whatsapp';
import { readButtons } from './buttons.ts';
import { readList, readObject, readWord } from './reading.ts';
import { refuseContent, refuseMissing } from './refusals.ts';
import { readBody, readHeader } from './texts.ts';

type CardPart = TemplateHeader | TemplateBody | TemplateButtons;

const title = 'Carousel format is incorrect';

/** Media cards: 2–10 alike. Product cards: exactly two, the rest is given when sending (Meta, 'Carousel templates'). */
export function readCarousel(given: Record<string, unknown>, format: ParameterFormat): TemplateCarousel {
  const cards = readList(given.cards ?? refuseMissing('CAROUSEL', 'cards'), 'cards').map((card, at) =>
    readCard(readObject(card, `cards[${at}]`), format),
  );
  checkCardCount(cards);
  const [first = ''] = cards.map(shapeOf);
  if (cards.some((card) => shapeOf(card) !== first)) {
    refuseContent(title, 'All cards of a carousel have to have the same components, headers and buttons.');
  }
  return { type: 'CAROUSEL', cards };
}

function readCard(given: Record<string, unknown>, format: ParameterFormat): TemplateCard {
  const parts = readList(given.components ?? refuseMissing('CAROUSEL', 'components'), 'components').map(
    (part, at) => readPart(readObject(part, `components[${at}]`), format),
  );
  const header = parts.find((part) => part.type === 'HEADER');
  if (new Set(parts.map((part) => part.type)).size !== parts.length) {
    refuseContent(title, 'A card can have one header, one body and one group of buttons.');
  }
  if (!header) return refuseMissing('CAROUSEL', 'header');
  if (!['IMAGE', 'VIDEO', 'PRODUCT'].includes(header.format)) {
    refuseContent(title, 'The header of a card has to be an image, a video or a product.');
  }
  checkCardButtons(parts, header.format === 'PRODUCT');
  return { components: parts };
}

function readPart(given: Record<string, unknown>, format: ParameterFormat): CardPart {
  const type = readWord(given.type, ['HEADER', 'BODY', 'BUTTONS'], 'type');
  if (type === 'HEADER') return readHeader(given, format);
  return type === 'BODY' ? readBody(given, format, 160) : readButtons(given, 2);
}

function checkCardButtons(parts: CardPart[], product: boolean): void {
  const buttons =
    parts.find((part) => part.type === 'BUTTONS')?.buttons ?? refuseMissing('CAROUSEL', 'buttons');
  const allowed = product ? ['SPM', 'URL', 'ORDER_DETAILS'] : ['QUICK_REPLY', 'URL', 'PHONE_NUMBER'];
  const wrong = buttons.find((button) => !allowed.includes(button.type));
  if (wrong) refuseContent(title, `A ${wrong.type} button is not allowed on this card.`);
}

function checkCardCount(cards: TemplateCard[]): void {
  const products = cards.some((card) => headerOf(card) === 'PRODUCT');
  if (products && cards.length !== 2) {
    refuseContent(title, 'A product card carousel is created with exactly two cards.');
  }
  if (cards.length < 2 || cards.length > 10) {
    refuseContent(title, 'A carousel has to have between 2 and 10 cards.');
  }
}

const headerOf = (card: TemplateCard): string =>
  card.components.find((part) => part.type === 'HEADER')?.format ?? '';

const shapeOf = (card: TemplateCard): string =>
  card.components
    .map((part) => {
      if (part.type === 'HEADER') return part.format;
      return part.type === 'BODY' ? 'BODY' : part.buttons.map((button) => button.type).join('+');
    })
    .sort()
    .join(' ');

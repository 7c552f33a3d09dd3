import type { TemplateContent } from '../template-content.ts';
import { authenticationProblems } from './authentication.ts';
import { buttonProblems } from './buttons.ts';
import { carouselProblems } from './cards.ts';
import { templateLimits, ttlSeconds } from './facts.ts';
import { problem, when, type TemplateProblem } from './problem.ts';
import { sampleProblems } from './samples.ts';
import { bodyProblems, footerProblems, headerTextProblems, offerProblems } from './texts.ts';
import { togetherProblems, type Placed } from './together.ts';
import { variablesIn } from './variables.ts';

export { chooseLanguage } from './choose-language.ts';
export {
  fixedLabels,
  mostButtons,
  templateCategories,
  templateLanguages,
  templateLimits,
  ttlSeconds,
} from './facts.ts';
export { inLocalWords } from './local-words.ts';
export type { TemplateProblem, TemplateProblemCode } from './problem.ts';
export { mediaPlaces, variablePlaces } from './samples.ts';
export { variablesIn } from './variables.ts';

/** Everything for which WhatsApp would refuse this content, in the order of the message; empty when it would take it. */
export function templateProblems(content: TemplateContent, category: string): TemplateProblem[] {
  const { components } = content;
  const rules =
    category === 'AUTHENTICATION' ? authenticationProblems(content) : ownProblems(content, category);
  return [
    ...onceEach(components),
    ...when(!components.some(({ type }) => type === 'BODY'), () =>
      problem('components', 'missing', 'There is no message yet.'),
    ),
    ...rules,
    ...timeProblems(content.messageTtlSeconds, category),
  ];
}

function onceEach(components: TemplateContent['components']): TemplateProblem[] {
  const types = components.map(({ type }) => type);
  return types.flatMap((type, at) =>
    when(types.indexOf(type) < at, () =>
      problem(`components.${at}`, 'twice', 'Each part can be there only once.'),
    ),
  );
}

function ownProblems(content: TemplateContent, category: string): TemplateProblem[] {
  const parts: Placed = Object.fromEntries(
    content.components.map((part, at) => [part.type, { ...part, field: `components.${at}` }]),
  );
  const rules = { isNamed: content.parameterFormat === 'NAMED', most: bodyLimit(parts) };
  return [
    ...content.components.flatMap((part, at) => partProblems(`components.${at}`, part, rules)),
    ...togetherProblems(parts, category),
    ...(rules.isNamed ? namesOnce(parts) : []),
    ...sampleProblems(content),
  ];
}

const bodyLimit = ({ HEADER, LIMITED_TIME_OFFER }: Placed): number => {
  if (HEADER?.format === 'PRODUCT') return templateLimits.shortBody;
  return LIMITED_TIME_OFFER ? templateLimits.offerBody : templateLimits.body;
};

function partProblems(
  field: string,
  part: TemplateContent['components'][number],
  rules: { isNamed: boolean; most: number },
): TemplateProblem[] {
  switch (part.type) {
    case 'HEADER':
      return part.format === 'TEXT' ? headerTextProblems(`${field}.text`, part.text, rules.isNamed) : [];
    case 'BODY':
      return bodyProblems(`${field}.text`, part.text, rules);
    case 'FOOTER':
      return footerProblems(`${field}.text`, part.text);
    case 'BUTTONS':
      return buttonProblems(`${field}.buttons`, part.buttons);
    case 'CAROUSEL':
      return carouselProblems(field, part, rules.isNamed);
    case 'LIMITED_TIME_OFFER':
      return offerProblems(`${field}.limited_time_offer.text`, part);
    case 'CALL_PERMISSION_REQUEST':
    default:
      return [];
  }
}

/** A named variable stands once in header and body together. */
function namesOnce({ HEADER, BODY }: Placed): TemplateProblem[] {
  const header = HEADER?.format === 'TEXT' ? HEADER.text : '';
  const text = `${header} ${BODY?.text ?? ''}`;
  return variablesIn(text).flatMap((name) =>
    when(text.split(`{{${name}}}`).length > 2, () =>
      problem(
        BODY?.field === undefined ? 'components' : `${BODY.field}.text`,
        'variable_twice',
        `{{${name}}} stands more than once. Give each place a name of its own.`,
      ),
    ),
  );
}

function timeProblems(seconds: number | null, category: string): TemplateProblem[] {
  const range = ttlSeconds[category as keyof typeof ttlSeconds];
  if (seconds === null || range === undefined) return [];
  const [least, most] = range;
  const isThirtyDays = seconds === -1 && category !== 'MARKETING';
  return when(!isThirtyDays && (seconds < least || seconds > most), () =>
    problem(
      'messageTtlSeconds',
      'wrong_number',
      `WhatsApp goes on trying for ${least} to ${most} seconds in this category.`,
    ),
  );
}

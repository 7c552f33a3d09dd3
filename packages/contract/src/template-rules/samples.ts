import type { TemplateContent } from '../template-content.ts';
import { templateLimits } from './facts.ts';
import { problem, tooLong, when, type TemplateProblem } from './problem.ts';
import { variablesIn } from './variables.ts';

type Component = TemplateContent['components'][number];
type Part = Exclude<Component, { type: 'CAROUSEL' }>;

/** Every place that takes a value when the message is sent and that WhatsApp’s reviewers want to see filled. */
export function variablePlaces({ components }: Pick<TemplateContent, 'components'>): string[] {
  return parts(components).flatMap(({ part, prefix }) => placesIn(part).map((place) => `${prefix}${place}`));
}

/** Headers that show a file, each of which needs a sample. */
export function mediaPlaces({ components }: Pick<TemplateContent, 'components'>): string[] {
  return parts(components).flatMap(({ part, prefix }) =>
    part.type === 'HEADER' && ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF'].includes(part.format)
      ? [prefix === '' ? 'header' : prefix.slice(0, -1)]
      : [],
  );
}

const parts = (components: readonly Component[]): { part: Part; prefix: string }[] =>
  components.flatMap((component) =>
    component.type === 'CAROUSEL'
      ? component.cards.flatMap((card, at) =>
          card.components.map((part) => ({ part, prefix: `card.${at}.` })),
        )
      : [{ part: component, prefix: '' }],
  );

function placesIn(part: Part): string[] {
  if (part.type === 'HEADER')
    return part.format === 'TEXT' ? variablesIn(part.text).map((name) => `header.${name}`) : [];
  if (part.type === 'BODY') return variablesIn(part.text).map((name) => `body.${name}`);
  if (part.type !== 'BUTTONS') return [];
  return part.buttons.flatMap((button, at) => {
    if (button.type === 'URL') return button.url.includes('{{') ? [`button.${at}.url`] : [];
    return button.type === 'COPY_CODE' ? [`button.${at}.coupon`] : [];
  });
}

export function sampleProblems(content: TemplateContent): TemplateProblem[] {
  return [
    ...variablePlaces(content).flatMap((place) => sampleOf(content, place)),
    ...mediaPlaces(content).flatMap((place) =>
      when((content.media[place]?.mediaId ?? null) === null, () =>
        problem(
          `media.${place}`,
          'sample_missing',
          'WhatsApp’s reviewers want to see an example of the file. Add one.',
        ),
      ),
    ),
  ];
}

function sampleOf({ variables }: TemplateContent, place: string): TemplateProblem[] {
  const sample = variables[place]?.sample.trim() ?? '';
  const field = `variables.${place}.sample`;
  return [
    ...when(sample === '', () =>
      problem(
        field,
        'sample_missing',
        `Say what {{${place.split('.').at(-1)}}} may look like, for the reviewers.`,
      ),
    ),
    ...(place.endsWith('.coupon')
      ? tooLong(field, sample, { most: templateLimits.coupon, what: 'a code' })
      : []),
    ...when(sample.includes('{{') || sample.includes('\n'), () =>
      problem(field, 'not_allowed', 'An example is plain words, without variables and line breaks.'),
    ),
  ];
}

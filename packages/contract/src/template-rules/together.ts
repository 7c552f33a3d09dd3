import type { TemplateComponentDraft } from '../template-content.ts';
import { problem, when, type TemplateProblem } from './problem.ts';

export type Placed = { [Type in TemplateComponentDraft['type']]?: At<Type> };
type At<Type extends TemplateComponentDraft['type']> = Extract<TemplateComponentDraft, { type: Type }> & {
  field: string;
};

/** What parts of a template demand of each other and of its category. */
export function togetherProblems(parts: Placed, category: string): TemplateProblem[] {
  return [
    ...headerProblems(parts, category),
    ...(parts.LIMITED_TIME_OFFER ? offerTogether(parts, category) : []),
    ...when(Boolean(parts.CAROUSEL && (parts.HEADER || parts.FOOTER || parts.BUTTONS)), () =>
      problem(
        parts.CAROUSEL!.field,
        'not_allowed',
        'A carousel stands under the message alone, without header, footer and buttons of its own.',
      ),
    ),
    ...when(Boolean(parts.CALL_PERMISSION_REQUEST && parts.BUTTONS), () =>
      problem(
        parts.BUTTONS!.field,
        'not_allowed',
        'A message that asks for the permission to call has no other buttons.',
      ),
    ),
  ];
}

function headerProblems(parts: Placed, category: string): TemplateProblem[] {
  const format = parts.HEADER?.format;
  const field = parts.HEADER?.field ?? 'components';
  const has = (type: string): boolean =>
    parts.BUTTONS?.buttons.some((button) => button.type === type) === true;
  return [
    ...when(format === 'GIF' && category !== 'MARKETING', () =>
      problem(field, 'not_allowed', 'A GIF is only for marketing.'),
    ),
    ...when(has('MPM') && format !== 'TEXT', () =>
      problem(field, 'needs_other', 'A message that shows several products needs a header of words.'),
    ),
    ...when(has('SPM') !== (format === 'PRODUCT'), () =>
      problem(field, 'needs_other', 'A header that shows a product and the button “View” need each other.'),
    ),
  ];
}

function offerTogether(parts: Placed, category: string): TemplateProblem[] {
  const { field, limited_time_offer: offer } = parts.LIMITED_TIME_OFFER!;
  const format = parts.HEADER?.format;
  const order = (parts.BUTTONS?.buttons ?? []).map(({ type }) => type).join(' ');
  const isInOrder = order === 'COPY_CODE URL' || (!offer.has_expiration && order === 'URL');
  return [
    ...when(category !== 'MARKETING', () =>
      problem(field, 'not_allowed', 'An offer for a limited time is only for marketing.'),
    ),
    ...when(parts.FOOTER !== undefined, () =>
      problem(parts.FOOTER!.field, 'not_allowed', 'An offer for a limited time has no footer.'),
    ),
    ...when(format !== 'IMAGE' && format !== 'VIDEO', () =>
      problem(
        parts.HEADER?.field ?? field,
        'needs_other',
        'An offer for a limited time begins with an image or a video.',
      ),
    ),
    ...when(!isInOrder, () =>
      problem(
        parts.BUTTONS?.field ?? field,
        'wrong_order',
        'An offer for a limited time has the button for its code first and the one for its address second.',
      ),
    ),
  ];
}

import type { TemplateRow } from './template-row.ts';

/** One piece of news about a template, as it came. */
export interface News {
  field: string;
  value: Readonly<Record<string, unknown>>;
  /** When it was so, by Meta's clock. */
  at: Date;
}

/** The template after the news, or as it was when it is older than what is known. */
export function afterNews(row: TemplateRow, news: News): TemplateRow {
  return readers[news.field]?.(row, news) ?? row;
}

type Reader = (row: TemplateRow, news: News) => TemplateRow | null;

const readers: Record<string, Reader> = {
  message_template_status_update: afterStatus,
  message_template_quality_update: afterQuality,
  message_template_components_update: afterComponents,
  template_category_update: afterCategory,
  template_correct_category_detection: afterDetection,
};

const textIn = (value: unknown, name: string): string | null => {
  const found = (Object(value) as Record<string, unknown>)[name];
  return typeof found === 'string' && found !== '' ? found : null;
};

const hour = 3_600_000;

/** How long a pause lasts, by Meta's name for it (Meta, 'Template pausing'). Any other has to be ended by hand. */
const pauses = new Map([
  ['FIRST_PAUSE', 3 * hour],
  ['SECOND_PAUSE', 6 * hour],
]);

function afterStatus(row: TemplateRow, { value, at }: News): TemplateRow | null {
  const status = textIn(value, 'event');
  // A template that was asked for as utility may have been approved as marketing.
  const category = textIn(value, 'message_template_category');
  const known = category === null || at < row.categoryAt ? row : withCategory(row, category, at);
  if (status === null || at < row.statusAt) return known;
  const reason = textIn(value, 'reason');
  const pause = pauses.get(textIn(value.other_info, 'title') ?? '');
  return {
    ...known,
    status,
    statusAt: at,
    rejectedReason: status === 'REJECTED' && reason !== 'NONE' ? reason : null,
    rejection: status === 'REJECTED' ? (value.rejection_info ?? null) : null,
    pausedUntil: status === 'PAUSED' && pause !== undefined ? new Date(at.getTime() + pause) : null,
    disabledAt: status === 'DISABLED' ? (secondsIn(value.disable_info, 'disable_date') ?? at) : null,
    removedAt: status === 'DELETED' ? at : null,
  };
}

function afterQuality(row: TemplateRow, { value, at }: News): TemplateRow | null {
  const quality = textIn(value, 'new_quality_score');
  return quality === null || at < row.qualityAt ? null : { ...row, quality, qualityAt: at };
}

/** With `correct_category` it is announced, a day ahead; without, it has happened (Meta, 'template_category_update'). */
function afterCategory(row: TemplateRow, { value, at }: News): TemplateRow | null {
  const category = textIn(value, 'new_category');
  if (category === null || at < row.categoryAt) return null;
  const correct = textIn(value, 'correct_category');
  const changed = withCategory(row, category, at);
  if (correct === null)
    return { ...changed, previousCategory: textIn(value, 'previous_category') ?? changed.previousCategory };
  const changesAt = secondsIn(value, 'category_update_timestamp') ?? new Date(at.getTime() + 24 * hour);
  return { ...changed, correctCategory: correct, categoryChangesAt: changesAt };
}

/** A hint, without a date. */
function afterDetection(row: TemplateRow, { value, at }: News): TemplateRow | null {
  const correct = textIn(value, 'correct_category');
  if (correct === null || at < row.categoryAt) return null;
  const changed = withCategory(row, textIn(value, 'category') ?? row.category, at);
  const isSame = correct === changed.correctCategory;
  return {
    ...changed,
    correctCategory: correct === changed.category ? null : correct,
    categoryChangesAt: isSame ? changed.categoryChangesAt : null,
  };
}

const withCategory = (row: TemplateRow, category: string, at: Date): TemplateRow =>
  category === row.category
    ? { ...row, categoryAt: at }
    : {
        ...row,
        category,
        categoryAt: at,
        previousCategory: row.category,
        correctCategory: null,
        categoryChangesAt: null,
      };

/** Texts alone, and without their examples; the rest is read from Meta again. */
function afterComponents(row: TemplateRow, { value, at }: News): TemplateRow | null {
  if (at < row.componentsAt) return null;
  const texts = new Map([
    ['BODY', textIn(value, 'message_template_element')],
    ['HEADER', textIn(value, 'message_template_title')],
    ['FOOTER', textIn(value, 'message_template_footer')],
  ]);
  const components = row.components.map((component) => {
    const text = texts.get(String(component.type).toUpperCase()) ?? null;
    return text === null || component.text === undefined ? component : { ...component, text };
  });
  return { ...row, components, componentsAt: at };
}

function secondsIn(value: unknown, name: string): Date | null {
  const told = (Object(value) as Record<string, unknown>)[name];
  const seconds = typeof told === 'string' ? Number(told) : told;
  return typeof seconds === 'number' && seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000) : null;
}

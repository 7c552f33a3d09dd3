import type {
  ButtonMessage,
  Choice,
  ListMessage,
  ListSection,
  UrlAction,
  UrlButtonMessage,
} from '@trikon/whatsapp';
import { body, footer, header, textHeader } from './interactive-parts.ts';
import {
  array,
  boolean,
  label,
  object,
  oneOf,
  optional,
  shortLabel,
  webAddress,
  type Reader,
} from './reading.ts';
import { refuseRepeats } from './repeats.ts';
import { choice } from './text-and-media.ts';
import { wrong } from './wrong.ts';

type ReplyButton = ButtonMessage['action']['buttons'][number];

export const buttonMessage = object<ButtonMessage>({
  type: oneOf('button'),
  header: optional(header),
  body,
  footer,
  action: object<ButtonMessage['action']>({
    buttons: buttonsOf<ReplyButton>(
      object<ReplyButton>({ type: oneOf('reply'), reply: choice }),
      (button) => button.reply,
      3,
    ),
  }),
});

/** Buttons of a message or card: one to `max` of them, no two alike. */
export function buttonsOf<T>(button: Reader<T>, choiceOf: (button: T) => Choice, max: number): Reader<T[]> {
  const details = `Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: ${max}`;
  const list = array(button, { min: 1, max, details });
  return (value, now) => {
    const buttons = list(value, now);
    refuseRepeats(buttons, (one) => choiceOf(one).id, 'Button ids must be unique');
    refuseRepeats(buttons, (one) => choiceOf(one).title, 'Button titles must be unique');
    return buttons;
  };
}

type Row = ListSection['rows'][number];

const row = object<Row>({
  id: shortLabel('Row id', 200),
  title: shortLabel('Row title', 24),
  description: optional(shortLabel('Row description', 72, 0)),
});

const section = object<ListSection>({
  title: optional(shortLabel('Section title', 24)),
  rows: array(row, { min: 1, details: 'Every section needs at least one row' }),
});

export const sectionCount = {
  min: 1,
  max: 10,
  details: 'Invalid sections count. Min allowed sections: 1, Max allowed sections: 10',
};

export const listMessage = object<ListMessage>({
  type: oneOf('list'),
  header: optional(textHeader),
  body,
  footer,
  action: object<ListMessage['action']>(
    { button: shortLabel('Button label', 20), sections: array(section, sectionCount) },
    {
      rule({ sections }) {
        const rows = sections.flatMap((one) => one.rows);
        if (rows.length > 10) wrong(131009, 'Total row count exceed max allowed count: 10');
        refuseRepeats(rows, (one) => one.id, 'Row ids must be unique');
        requireTitles(sections);
      },
    },
  ),
});

export function requireTitles(sections: readonly { title?: string }[]): void {
  if (sections.length > 1 && sections.some((one) => one.title === undefined)) {
    wrong(131008, 'Section title is required when there is more than one section');
  }
}

export const urlAction = object<UrlAction>({
  name: oneOf('cta_url'),
  parameters: object<UrlAction['parameters']>({
    display_text: label('Button title', { max: 20 }),
    url: webAddress,
    payment_link_preview: optional(boolean),
  }),
});

export const urlButtonMessage = object<UrlButtonMessage>({
  type: oneOf('cta_url'),
  header: optional(header),
  body,
  footer,
  action: urlAction,
});

import type { LibraryTemplate } from '@trikon/whatsapp';
import { readBoolean, readInteger, readList, readObject, readText, readWords } from '../checks/reading.ts';
import type { Fields } from '../checks/reading.ts';
import { refuseContent, refuseMissing } from '../checks/refusals.ts';
import { parsed, readDraft, readName, required } from '../checks/request.ts';
import type { TemplateDraft } from '../checks/request.ts';
import type { Template } from '../template.ts';
import { accounts } from './accounts.ts';
import { orders } from './orders.ts';
import { payments } from './payments.ts';

const firstId = 7_147_013_345_418_000;

/** Names, topics and use cases are those of Meta's library. */
const items: readonly LibraryTemplate[] = [...orders, ...payments, ...accounts].flatMap((entry, at) =>
  (['en_US', 'en', 'hi'] as const).flatMap((language, place) => {
    const wording = language === 'hi' ? entry.hindi : entry.english;
    if (!wording) return [];
    const { buttons = [] } = entry;
    return {
      id: String(firstId + at * 10 + place),
      name: entry.name,
      language,
      category: entry.category,
      topic: entry.topic,
      usecase: entry.usecase,
      industry: entry.industry,
      ...(wording.header !== undefined && { header: wording.header }),
      body: wording.body,
      body_params: wording.params,
      ...(entry.types.length > 0 && { body_param_types: entry.types }),
      ...(buttons.length > 0 && {
        buttons: buttons.map((type, button) => ({ type, text: wording.buttons?.[button] ?? '' })),
      }),
    };
  }),
);

const filters = ['topic', 'usecase', 'industry', 'language', 'category', 'name'] as const;

/** What the library has for a search; every filter takes a list with commas (Meta, 'Template library'). */
export function searchLibrary(params: Fields): LibraryTemplate[] {
  const search = typeof params.search === 'string' ? params.search.toLowerCase() : '';
  return items
    .filter((item) => filters.every((filter) => fits([item[filter]].flat(), params[filter])))
    .filter(({ name, body, header = '' }) =>
      [name, body, header].some((text) => text.toLowerCase().includes(search)),
    );
}

function fits(values: readonly string[], wanted: unknown): boolean {
  const words = readWords(wanted);
  return words === null || values.some((value) => words.has(value.toUpperCase()));
}

export type LibraryDraft = TemplateDraft &
  Required<Pick<Template, 'libraryName'>> &
  Pick<Template, 'parameterTypes'>;

/** A library template with the business' own addresses and numbers. */
export function draftFromLibrary(params: Fields): LibraryDraft {
  const libraryName = readText(params.library_template_name, 'library_template_name');
  const language = readText(required(params, 'language'), 'language');
  const found = items.find((item) => item.name === libraryName && item.language === language);
  if (!found) {
    return refuseContent(
      'Library template not found',
      `There is no library template ${libraryName} in ${language}.`,
    );
  }
  const inputs = {
    body: parsed(params.library_template_body_inputs),
    buttons: parsed(params.library_template_button_inputs),
  };
  const draft = readDraft({
    name: readName(params.name),
    language,
    category: found.category,
    components: found.category === 'AUTHENTICATION' ? codeParts(inputs) : textParts(found, inputs),
  });
  return { ...draft, libraryName, ...(found.body_param_types && { parameterTypes: found.body_param_types }) };
}

interface Inputs {
  body: unknown;
  buttons: unknown;
}

function textParts(
  { header, body, body_params = [], buttons = [] }: LibraryTemplate,
  inputs: Inputs,
): Fields[] {
  if (
    inputs.body !== undefined &&
    Object.keys(readObject(inputs.body, 'library_template_body_inputs')).length > 0
  ) {
    refuseContent('Invalid body inputs', 'This library template has no optional sentences.');
  }
  const given =
    inputs.buttons === undefined ? [] : readList(inputs.buttons, 'library_template_button_inputs');
  const own = given.map((input) => readObject(input, 'library_template_button_inputs'));
  return [
    ...(header === undefined ? [] : [{ type: 'HEADER', format: 'TEXT', text: header }]),
    { type: 'BODY', text: body, example: { body_text: [body_params] } },
    ...(buttons.length === 0
      ? []
      : [{ type: 'BUTTONS', buttons: buttons.map((button) => fillButton(button, own)) }]),
  ];
}

type Button = NonNullable<LibraryTemplate['buttons']>[number];

/** Each button takes the first input of its kind; a reply needs none. */
function fillButton({ type, text }: Button, inputs: Fields[]): Fields {
  if (type === 'QUICK_REPLY') return { type, text };
  const at = inputs.findIndex((input) => String(input.type).toUpperCase() === type);
  const [input] = at < 0 ? [] : inputs.splice(at, 1);
  if (!input) return refuseMissing('BUTTONS', `library_template_button_inputs of type ${type}`);
  if (type === 'PHONE_NUMBER') return { type, text, phone_number: input.phone_number };
  const { base_url, url_suffix_example } = readObject(input.url, 'url');
  return {
    type,
    text,
    url: base_url,
    ...(url_suffix_example !== undefined && { example: [url_suffix_example] }),
  };
}

function codeParts({ body, buttons }: Inputs): Fields[] {
  const input = body === undefined ? {} : readObject(body, 'library_template_body_inputs');
  const list = buttons === undefined ? [] : readList(buttons, 'library_template_button_inputs');
  const advice = input.add_security_recommendation;
  const minutes = input.code_expiration_minutes;
  return [
    {
      type: 'BODY',
      add_security_recommendation:
        advice === undefined ? false : readBoolean(advice, 'add_security_recommendation'),
    },
    ...(minutes === undefined
      ? []
      : [{ type: 'FOOTER', code_expiration_minutes: readInteger(minutes, 'code_expiration_minutes') }]),
    {
      type: 'BUTTONS',
      buttons: [{ otp_type: 'COPY_CODE', ...(list[0] as object | undefined), type: 'OTP' }],
    },
  ];
}

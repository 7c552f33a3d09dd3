import { html, nothing, type TemplateResult } from 'lit-html';
import type { ShownComponent } from '../../src/flows/runtime/view.ts';
import { readPieces } from '../core/marked-text.ts';
import { icon } from '../core/icons.ts';
import { markedLine } from '../messages/marked.ts';
import { calendar, datePicker } from './flow-dates.ts';
import { enter, press, type FlowAt } from './flow-at.ts';
import { choices, chips, dropdown, navigationList } from './flow-choices.ts';
import { filePicker } from './flow-files.ts';
import { listOf, pictureOf, textOf, type Properties } from './flow-values.ts';

type Draw = (at: FlowAt, component: ShownComponent) => TemplateResult;

const drawn: Record<string, Draw> = {
  TextHeading: (_, { properties }) => html`<h4 class="flow-heading">${textOf(properties, 'text')}</h4>`,
  TextSubheading: (_, { properties }) => html`<h5 class="flow-subheading">${textOf(properties, 'text')}</h5>`,
  TextBody: (_, { properties }) =>
    html`<p class="flow-body ${weight(properties)}">${paragraph(properties)}</p>`,
  TextCaption: (_, { properties }) =>
    html`<p class="flow-caption ${weight(properties)}">${paragraph(properties)}</p>`,
  RichText: (_, { properties }) => html`<div class="flow-rich">${richText(properties)}</div>`,
  TextInput: textInput,
  TextArea: textArea,
  CheckboxGroup: choices('checkbox'),
  RadioButtonsGroup: choices('radio'),
  ChipsSelector: chips,
  Dropdown: dropdown,
  DatePicker: datePicker,
  CalendarPicker: calendar,
  OptIn: optIn,
  EmbeddedLink: link,
  Image: (_, { properties }) => image(properties),
  ImageCarousel: (_, { properties }) =>
    html`<div class="flow-images">${listOf(properties['images']).map(image)}</div>`,
  NavigationList: navigationList,
  PhotoPicker: filePicker,
  DocumentPicker: filePicker,
};

/** One component of a Flow's screen as the phone draws it; of an unknown one only that it is there. */
export const flowComponent = (at: FlowAt, component: ShownComponent): TemplateResult =>
  html`<div class="flow-component" data-testid="flow-${component.name ?? component.type}">
    ${drawn[component.type]?.(at, component) ?? html`<p class="flow-caption">${component.type}</p>`}
    ${component.problem ? html`<p class="field-error" role="alert">${component.problem}</p>` : nothing}
  </div>`;

function weight(properties: Properties): string {
  const struck = properties['strikethrough'] === true ? 'flow-struck' : '';
  return `flow-${textOf(properties, 'font-weight') || 'normal'} ${struck}`;
}

/** `**bold**` and `*italic*` of Flow Markdown become WhatsApp's own marks. */
function paragraph(properties: Properties): TemplateResult[] {
  const { text } = properties;
  const lines = Array.isArray(text) ? text.map(String) : [textOf(properties, 'text')];
  return lines.map(
    (line) =>
      html`<span class="text-line">${properties['markdown'] === true ? markdownLine(line) : line}</span>`,
  );
}

const markdownLine = (line: string): unknown =>
  markedLine(
    line
      .replace(/\*\*(.+?)\*\*/g, '\u0001$1\u0001')
      .replace(/\*(.+?)\*/g, '_$1_')
      .replaceAll('\u0001', '*')
      .replace(/~~(.+?)~~/g, '~$1~')
      .replace(/\[([^\]]+)\]\((https?:[^)]+)\)/g, '$1 $2'),
  );

function richText(properties: Properties): TemplateResult[] {
  const { text } = properties;
  const lines = (Array.isArray(text) ? text.map(String) : [textOf(properties, 'text')]).flatMap((one) =>
    one.split('\n'),
  );
  return lines.map((line) => {
    const heading = /^(#{1,2}) (.+)$/.exec(line);
    if (heading)
      return html`<h4 class=${heading[1] === '#' ? 'flow-heading' : 'flow-subheading'}>${heading[2]}</h4>`;
    const item = /^\s*(?:[-*+]|\d+\.) (.+)$/.exec(line);
    const plain = readPieces(line).length === 0;
    return item
      ? html`<p class="flow-item">${markdownLine(item[1] ?? '')}</p>`
      : html`<p class="flow-body">${plain ? nothing : markdownLine(line)}</p>`;
  });
}

const inputTypes: Record<string, string> = {
  number: 'text',
  email: 'email',
  password: 'password',
  passcode: 'password',
  phone: 'tel',
};

function textInput(at: FlowAt, { name, properties, value, problem }: ShownComponent): TemplateResult {
  const kind = textOf(properties, 'input-type');
  return html`<label class="field">
    <span
      >${textOf(properties, 'label')}${properties['required'] === true ? nothing : html` <small>${at.glass.words.optional}</small>`}</span
    >
    <input
      type=${inputTypes[kind] ?? 'text'}
      inputmode=${kind === 'number' || kind === 'passcode' ? 'decimal' : nothing}
      maxlength=${Number(properties['max-chars'] ?? 80)}
      .value=${textOf({ value }, 'value')}
      ?disabled=${properties['enabled'] === false}
      aria-invalid=${problem ? 'true' : nothing}
      @input=${({ target }: Event) => enter(at, name, (target as HTMLInputElement).value)}
    />
    <small>${textOf(properties, 'helper-text')}</small>
  </label>`;
}

function textArea(at: FlowAt, { name, properties, value, problem }: ShownComponent): TemplateResult {
  return html`<label class="field">
    <span>${textOf(properties, 'label')}</span>
    <textarea
      rows="3"
      maxlength=${Number(properties['max-length'] ?? 600)}
      .value=${textOf({ value }, 'value')}
      ?disabled=${properties['enabled'] === false}
      aria-invalid=${problem ? 'true' : nothing}
      @input=${({ target }: Event) => enter(at, name, (target as HTMLTextAreaElement).value)}
    ></textarea>
    <small>${textOf(properties, 'helper-text')}</small>
  </label>`;
}

function optIn(at: FlowAt, { name, path, properties, value, hasAction }: ShownComponent): TemplateResult {
  return html`<div class="flow-opt-in">
    <label class="row">
      <input
        type="checkbox"
        .checked=${value === true}
        @change=${({ target }: Event) => enter(at, name, (target as HTMLInputElement).checked)}
      />
      <span>${textOf(properties, 'label')}</span>
    </label>
    ${
      hasAction
        ? html`<button type="button" class="flow-link" @click=${() => press(at, path)}>
            ${at.glass.words.readMore}
          </button>`
        : nothing
    }
  </div>`;
}

function link(at: FlowAt, { path, properties }: ShownComponent): TemplateResult {
  return html`<button type="button" class="flow-link" @click=${() => press(at, path)}>
    ${textOf(properties, 'text')}
  </button>`;
}

const image = (properties: Properties): TemplateResult => {
  const source = pictureOf(properties['src']);
  return source
    ? html`<img class="flow-image" src=${source} alt=${textOf(properties, 'alt-text')} />`
    : html`<span class="flow-image">${icon('picture')}</span>`;
};

import { Reply } from '../graph/call.ts';
import { html, type Markup } from './html.ts';

export interface Page {
  title: string;
  /** For the script in the window: what to tell the page that opened it. */
  news: object;
  body: Markup;
  status?: number;
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'form-action *',
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A whole document. It keeps its opener, which waits for the result. */
export function pageReply({ title, news, body, status = 200 }: Page): Reply {
  const { text } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="stylesheet" href="/dialog/assets/style.css" />
        <script src="/dialog/assets/window.js" defer></script>
      </head>
      <body>
        <main data-news="${JSON.stringify(news)}">
          <h1>${title}</h1>
          ${body}
        </main>
        <footer>Imitated by the WhatsApp emulator. Nothing here reaches Meta.</footer>
      </body>
    </html>`;
  return new Reply(new Uint8Array(Buffer.from(text)), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}

export const errorPage = (message: string): Reply =>
  pageReply({
    title: 'It looks like this app is not available',
    news: {},
    body: html`<p role="alert">${message}</p>`,
    status: 400,
  });

interface Form {
  action: string;
  fields: Markup;
  submit: string;
  error?: string | undefined;
  canGoBack: boolean;
}

/** One step: its fields, what went wrong, and the ways on, back and out. The first button is the one that Enter presses. */
export const formOf = ({ action, fields, submit, error, canGoBack }: Form): Markup => html`
  <form method="post" action="${action}">
    ${
      error !== undefined &&
      html`<div class="error" role="alert" tabindex="-1" data-error>
        <p>${error}</p>
        <button class="quiet" type="button" data-report="${error}">Report a problem and leave</button>
      </div>`
    }
    ${fields}
    <div class="ways">
      <button name="way" value="on">${submit}</button>
      ${canGoBack && html`<button class="quiet" name="way" value="back" formnovalidate>Back</button>`}
      <button class="quiet" name="way" value="cancel" formnovalidate data-cancel>Cancel</button>
    </div>
  </form>
`;

export interface Option {
  value: string;
  label: string;
  hint?: string;
}

export const radios = (
  name: string,
  legend: string,
  options: Option[],
  chosen: string | undefined,
): Markup => html`
  <fieldset>
    <legend>${legend}</legend>
    ${options.map(
      ({ value, label, hint }, place) => html`
        <label class="option">
          <input
            type="radio"
            name="${name}"
            value="${value}"
            required
            ${checkedIf(chosen === undefined ? place === 0 : chosen === value)}
          />
          <span>${label} ${hint !== undefined && html`<small>${hint}</small>`}</span>
        </label>
      `,
    )}
  </fieldset>
`;

const checkedIf = (isSo: boolean): Markup | false => isSo && html`checked`;

interface Field {
  name: string;
  label: string;
  value?: string | undefined;
  hint?: string;
  type?: string;
  autocomplete?: string;
  required?: boolean;
}

export const field = ({
  name,
  label,
  value = '',
  hint,
  type = 'text',
  autocomplete = 'off',
  required = true,
}: Field): Markup => html`
  <label class="field">
    <span>${label}</span>
    <input
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      ${required && html`required`}
    />
    ${hint !== undefined && html`<small>${hint}</small>`}
  </label>
`;

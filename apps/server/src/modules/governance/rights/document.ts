import { html, type Html } from '../../capture/index.ts';

export type DocumentLanguage = 'en' | 'hi';

const style = `:root{color-scheme:light dark}body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:16px/1.55 system-ui,"Noto Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}td,th{padding:.35rem .5rem;border-bottom:1px solid #8885;text-align:start;vertical-align:top}
code,pre{font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap}.soft{opacity:.75}`;

/** A file that opens anywhere by itself: nothing in it loads or runs. */
export const document = (
  language: DocumentLanguage,
  title: string,
  parts: readonly (Html | false)[],
): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"
        />
        <title>${title}</title>
        ${{ markup: `<style>${style}</style>` }}
      </head>
      <body>
        <h1>${title}</h1>
        ${parts}
      </body>
    </html>`.markup;

/** The zone of the business is not in the document, so times say theirs. */
export const timeIn = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

/** A table of two columns. */
export const facts = (rows: readonly (readonly [string, string | number | null | undefined])[]): Html =>
  html`<table>
    <tbody>
      ${rows
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${value}</td>
            </tr>`,
        )}
    </tbody>
  </table>`;

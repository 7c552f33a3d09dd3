import { hash } from 'node:crypto';
import type { EntryPoint } from '../entry-point.ts';
import { html, type Html } from '../page/html.ts';
import { styleOf } from '../page/style.ts';
import type { Page } from '../page/render.ts';

const words = {
  en: {
    title: 'A page like one of your shop',
    test: 'This is the real script, and nothing that you send from here is kept.',
    delay: 'The window opens by itself after {seconds} seconds.',
    exit: 'Move the pointer out of the top of the page, as somebody does who leaves. On a phone the window opens after {seconds} seconds.',
    click: 'The window opens when somebody clicks this:',
    inline: 'The form stands where the line for your website stands:',
    checkout: 'The boxes stand in the form of your checkout:',
    button: 'Offers on WhatsApp',
    name: 'Paithani silk saree, peacock border',
    price: '₹12,450',
    phone: 'Mobile number',
    order: 'Place the order',
    again: 'Load the page anew to try it once more.',
  },
  hi: {
    title: 'आपकी दुकान जैसा एक पेज',
    test: 'यह असली स्क्रिप्ट है, और यहाँ से भेजा कुछ भी रखा नहीं जाता।',
    delay: 'विंडो {seconds} सेकंड बाद ख़ुद खुलती है।',
    exit: 'पॉइंटर को पेज के ऊपर से बाहर ले जाएँ, जैसे जाने वाला करता है। फ़ोन पर विंडो {seconds} सेकंड बाद खुलती है।',
    click: 'इस पर क्लिक करने से विंडो खुलती है:',
    inline: 'फ़ॉर्म वहीं दिखता है जहाँ आपकी वेबसाइट की पंक्ति है:',
    checkout: 'खाने आपके चेकआउट के फ़ॉर्म में दिखते हैं:',
    button: 'WhatsApp पर ऑफ़र',
    name: 'पैठणी सिल्क साड़ी, मोर बॉर्डर',
    price: '₹12,450',
    phone: 'मोबाइल नंबर',
    order: 'ऑर्डर करें',
    again: 'फिर से आज़माने के लिए पेज दोबारा खोलें।',
  },
};

/**
 * A shop's page that runs the script as a shop's page does: in a sandbox, where it is of no origin and has no session of
 * whoever tries it.
 */
export function tryPage(
  { brand, code, look }: Pick<EntryPoint, 'brand' | 'code' | 'look'>,
  wanted: string,
): Page {
  const language = wanted.startsWith('hi') ? 'hi' : 'en';
  const say = words[language];
  const style = `${styleOf(look.color)}.try{border-bottom:1px solid var(--line);margin:0 0 1rem}img{display:block}`;
  const styleElement = { markup: `<style>${style}</style>` };
  const how = look.place === 'modal' ? look.trigger : look.place;
  const { markup: text } = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${brand}: ${say.title}</title>
        ${styleElement}
      </head>
      <body>
        <main>
          <header>
            <span class="mark" aria-hidden="true">${Array.from(brand)[0] ?? ''}</span
            ><span class="brand">${brand}</span>
          </header>
          <div class="card">
            <div class="try">
              <h1>${say.title}</h1>
              <p>${say.test}</p>
              <p>${say[how].replace('{seconds}', String(look.delaySeconds))}</p>
              <p class="soft">${say.again}</p>
            </div>
            <h2>${say.name}</h2>
            <p>${say.price}</p>
            ${how === 'click' && html`<button type="button" id="offers">${say.button}</button>`}
            ${how === 'checkout' ? checkoutForm(code, say) : scriptOf(code)}
          </div>
        </main>
      </body>
    </html>`;
  const policy = [
    `default-src 'none'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'`,
    `style-src 'sha256-${hash('sha256', style, 'base64')}'; frame-ancestors 'none'`,
    'sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox',
  ].join('; ');
  return { text, policy };
}

/** As the line for the website, and one word more. */
const scriptOf = (code: string): Html =>
  html`<script
    async
    src="/embed/opt-in.js"
    data-code="${code}"
    data-open="#offers"
    data-phone="#phone"
    data-test
  ></script>`;

const checkoutForm = (code: string, say: (typeof words)['en']): Html =>
  html`<form method="get">
    <label class="field" for="phone">${say.phone}</label>
    <input class="phone" id="phone" type="tel" inputmode="tel" autocomplete="tel" dir="ltr" />
    ${scriptOf(code)}
    <button>${say.order}</button>
  </form>`;

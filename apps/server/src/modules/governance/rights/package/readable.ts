import { html, type Html } from '../../../capture/index.ts';
import { document, facts, type DocumentLanguage } from '../document.ts';
import type { Gathered, Held, ToldMessage } from './gather.ts';

interface Shown {
  business: string;
  answersTo: string;
  language: DocumentLanguage;
  gathered: Gathered;
  messages: readonly ToldMessage[];
  /** More messages than a page can show lie in data.json. */
  isCut: boolean;
  fileNames: ReadonlyMap<string, string>;
}

const words = {
  en: {
    title: (business: string) => `What ${business} holds about you`,
    answers: 'Questions are answered by',
    machine: 'data.json beside this page holds the same for programs, and files/ what you sent.',
    nothing: 'Nothing',
    messages: 'Messages',
    cut: 'Only the newest messages are shown here; all of them are in data.json.',
    you: 'You',
    names: {
      profile: 'Profile',
      identities: 'Numbers and ids',
      notes: 'Notes about you',
      consent: 'What you agreed to and took back',
      wishes: 'What you asked for in the chat',
      optInForms: 'Forms you filled in',
      keptOut: 'Lists that keep messages from you',
      decisions: 'What was to be sent, and what the rules said',
      requests: 'What you asked for about your data',
      events: 'What happened',
      files: 'Files you sent',
    },
  },
  hi: {
    title: (business: string) => `${business} के पास आपके बारे में क्या है`,
    answers: 'सवालों के जवाब देंगे',
    machine: 'इस पन्ने के साथ की data.json में यही सब प्रोग्रामों के लिए है, और files/ में आपकी भेजी फ़ाइलें।',
    nothing: 'कुछ नहीं',
    messages: 'संदेश',
    cut: 'यहाँ केवल सबसे नए संदेश हैं; सभी संदेश data.json में हैं।',
    you: 'आप',
    names: {
      profile: 'प्रोफ़ाइल',
      identities: 'नंबर और आईडी',
      notes: 'आपके बारे में नोट',
      consent: 'आपने किसकी सहमति दी और वापस ली',
      wishes: 'आपने चैट में क्या माँगा',
      optInForms: 'आपके भरे फ़ॉर्म',
      keptOut: 'सूचियाँ जो आपको संदेशों से बचाती हैं',
      decisions: 'क्या भेजा जाना था, और नियमों ने क्या कहा',
      requests: 'आपने अपने डेटा के बारे में क्या माँगा',
      events: 'क्या-क्या हुआ',
      files: 'आपकी भेजी फ़ाइलें',
    },
  },
} as const;

type Section = keyof (typeof words)['en']['names'];

/** For people: opens on any phone without a connection. Whatever anybody wrote is shown as text. */
export function readablePackage(shown: Shown): string {
  const { language, gathered, business, answersTo } = shown;
  const t = words[language];
  const names = Object.entries(t.names) as [Section, string][];
  return document(language, t.title(business), [
    html`<p class="soft">${t.machine}</p>`,
    answersTo !== '' && html`<p>${t.answers}: ${answersTo}</p>`,
    ...names.map(([section, name]) => sectionOf(name, gathered[section] ?? [], shown)),
    html`<h2>${t.messages}</h2>`,
    shown.isCut && html`<p class="soft">${t.cut}</p>`,
    html`<table>
      <tbody>
        ${shown.messages.map((message) => messageRow(message, shown))}
      </tbody>
    </table>`,
  ]);
}

function sectionOf(name: string, rows: readonly Held[], shown: Shown): Html {
  if (rows.length === 0)
    return html`<h2>${name}</h2>
      <p class="soft">${words[shown.language].nothing}</p>`;
  return html`<h2>${name}</h2>
    ${rows.map((row) => html`${facts(Object.entries(row).map(([key, value]) => [key, textOf(value)] as const))}<br />`)}`;
}

const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const messageRow = (message: ToldMessage, { language, business }: Shown): Html =>
  html`<tr>
    <th scope="row">
      ${message.at.toISOString().slice(0, 16).replace('T', ' ')}<br />${
        message.direction === 'in' ? words[language].you : business
      }
    </th>
    <td>${message.text ?? message.type}</td>
  </tr>`;

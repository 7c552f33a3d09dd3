import {
  templateContent,
  type starterIndustries,
  type starterTopics,
  type TemplateContent,
} from '@trikon/contract';
import type { templateCategories } from '@trikon/contract/template-rules';

type Topic = (typeof starterTopics)[number];
type Industry = (typeof starterIndustries)[number];

/** What stands for a value: the sample, and of what every contact has or may lack also its source and fallback. */
type Value = string | readonly [sample: string, source: string, fallback: string];

type Button = { reply: string } | { visit: string; url: string; sample?: string } | { call: string };

interface Words {
  header?: string;
  body: string;
  footer?: string;
  buttons?: readonly Button[];
  values?: Readonly<Record<string, Value>>;
}

/** A starter as it is written down, in both languages. */
export interface Written {
  key: string;
  topic: Topic;
  industries?: readonly Industry[];
  festival?: string;
  kit?: string;
  playbooks: readonly string[];
  category: (typeof templateCategories)[number];
  title: readonly [en: string, hi: string];
  about: readonly [en: string, hi: string];
  en: Words | TemplateContent;
  hi: Words | TemplateContent;
}

export interface Starter {
  key: string;
  topic: Topic;
  industries: Industry[];
  festival: string | null;
  kit: string | null;
  playbooks: string[];
  category: Written['category'];
  title: { en: string; hi: string };
  about: { en: string; hi: string };
  contents: Readonly<Record<'en' | 'hi', TemplateContent>>;
}

export function starterOf(written: Written): Starter {
  const { key, topic, industries, festival, kit, playbooks, category, title, about, en, hi } = written;
  return {
    key,
    topic,
    industries: [...(industries ?? [])],
    festival: festival ?? null,
    kit: kit ?? null,
    playbooks: [...playbooks],
    category,
    title: { en: title[0], hi: title[1] },
    about: { en: about[0], hi: about[1] },
    contents: { en: contentOf(en), hi: contentOf(hi) },
  };
}

function contentOf(words: Words | TemplateContent): TemplateContent {
  if ('components' in words) return words;
  const { header, body, footer, buttons = [], values = {} } = words;
  return templateContent.parse({
    parameterFormat: 'NAMED',
    components: [
      ...(header === undefined ? [] : [{ type: 'HEADER', format: 'TEXT', text: header }]),
      { type: 'BODY', text: body },
      ...(footer === undefined ? [] : [{ type: 'FOOTER', text: footer }]),
      ...(buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons: buttons.map(componentOf) }]),
    ],
    variables: Object.fromEntries([
      ...Object.entries(values).map(([name, value]) => [
        header?.includes(`{{${name}}}`) === true ? `header.${name}` : `body.${name}`,
        useOf(value),
      ]),
      ...buttons.flatMap((button, at) =>
        'sample' in button ? [[`button.${at}.url`, useOf(button.sample!)] as const] : [],
      ),
    ]),
  });
}

const useOf = (value: Value) =>
  typeof value === 'string' ? { sample: value } : { sample: value[0], source: value[1], fallback: value[2] };

function componentOf(button: Button) {
  if ('reply' in button) return { type: 'QUICK_REPLY', text: button.reply };
  if ('call' in button) return { type: 'PHONE_NUMBER', text: button.call, phone_number: '+911140001234' };
  return { type: 'URL', text: button.visit, url: button.url };
}

/** Names as most contacts have them, and how one greets who has none. */
export const asha: Value = ['Asha', 'contact.name', 'there'];
export const ashaHi: Value = ['आशा', 'contact.name', 'ग्राहक'];

export const stopEn = { reply: 'Stop offers' };
export const stopHi = { reply: 'ऑफ़र बंद करें' };

/** A page of the business, told apart by where it was opened from; the domain is to be replaced by one's own. */
export const page = (path: string, campaign: string): string =>
  `https://www.example.in/${path}?utm_source=whatsapp&utm_medium=message&utm_campaign=${campaign}`;

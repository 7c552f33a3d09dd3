import type { LintDraft } from '../copy.ts';
import { noFacts, type LintFacts } from '../facts.ts';

/** A template said shortly: a text alone is the body of an English utility template. */
export type Said = string | Spoken;

export interface Spoken {
  body?: string;
  header?: string | { format: string; fileId?: string; altText?: string };
  footer?: string;
  offer?: string;
  buttons?: Record<string, unknown>[];
  cards?: Record<string, unknown>[];
  category?: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
  language?: string;
  name?: string;
  named?: boolean;
  /** By path; what is not named has a sample. */
  variables?: LintDraft['content']['variables'];
  /** Without samples. */
  bare?: boolean;
  facts?: Partial<LintFacts>;
}

export const reply = (text: string) => ({ type: 'QUICK_REPLY', text });
export const link = (url: string, text = 'See the order') => ({ type: 'URL', text, url });
export const otp = { type: 'OTP', otp_type: 'COPY_CODE' };

export function factsOf(said: Said): LintFacts {
  return { ...noFacts, ...(typeof said === 'string' ? {} : said.facts) };
}

export function templateOf(said: Said): LintDraft {
  const spoken: Spoken = typeof said === 'string' ? { body: said } : said;
  const { header, body, footer, offer, buttons, cards } = spoken;
  const components = [
    ...(header === undefined ? [] : [headerOf(header)]),
    ...(offer === undefined
      ? []
      : [{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: offer, has_expiration: true } }]),
    ...(body === undefined ? [] : [{ type: 'BODY', text: body }]),
    ...(footer === undefined ? [] : [{ type: 'FOOTER', text: footer }]),
    ...(buttons === undefined ? [] : [{ type: 'BUTTONS', buttons }]),
    ...(cards === undefined
      ? []
      : [{ type: 'CAROUSEL', cards: cards.map((card) => ({ components: [card] })) }]),
  ];
  return {
    name: spoken.name ?? 'order_sent_en_v1',
    language: spoken.language ?? 'en',
    category: spoken.category ?? 'UTILITY',
    content: {
      parameterFormat: spoken.named ? 'NAMED' : 'POSITIONAL',
      components,
      variables: spoken.bare ? {} : { ...samplesOf(spoken), ...spoken.variables },
      media:
        typeof header === 'object'
          ? { header: { mediaId: header.fileId ?? null, altText: header.altText ?? null } }
          : {},
      disclosure: null,
    },
  };
}

const headerOf = (header: NonNullable<Spoken['header']>) =>
  typeof header === 'string'
    ? { type: 'HEADER', format: 'TEXT', text: header }
    : { type: 'HEADER', format: header.format };

function samplesOf({ header, body = '', buttons = [] }: Spoken): LintDraft['content']['variables'] {
  const use = { sample: 'Asha', fallback: null, source: null };
  const named = (prefix: string, text: string) =>
    Array.from(text.matchAll(/\{\{([^{}]*)\}\}/g), ([, name]) => [`${prefix}.${name}`, use] as const);
  const urls = buttons.flatMap(({ url }, at) =>
    typeof url === 'string' && url.includes('{{') ? [[`button.${at}.url`, use] as const] : [],
  );
  return Object.fromEntries([
    ...named('header', typeof header === 'string' ? header : ''),
    ...named('body', body),
    ...urls,
  ]);
}

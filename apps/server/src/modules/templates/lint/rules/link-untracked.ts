import { isMarketing } from '../copy.ts';
import { linksOf, toFound, type Link } from '../links.ts';
import type { Cure } from '../rule.ts';
import type { LintRule } from '../rule.ts';

export const linkUntracked: LintRule = {
  code: 'link_untracked',
  severity: 'advice',
  explanation: {
    en: 'Without utm_source and utm_campaign nobody can tell which message brought the visit.',
    hi: 'utm_source और utm_campaign के बिना पता नहीं चलता कि विज़िट किस संदेश से आई।',
  },
  fix: {
    en: 'Add them to the address.',
    hi: 'इन्हें पते में जोड़ें।',
  },
  finds: (copy) =>
    isMarketing(copy)
      ? linksOf(copy)
          .filter(({ url }) => /^https?:/i.test(url) && !/[?&]utm_source=/i.test(url))
          .map((link) => ({ ...toFound(link), cures: [tracked(link, copy.draft.name)] }))
      : [],
};

/** A variable stays at the end, where WhatsApp wants it; one in the path keeps the address as it is. */
function tracked({ pointer, text, url }: Link, name: string): Cure {
  const [, address = '', hash = ''] = /^([^#]*)(#.*)?$/s.exec(url)!;
  const campaign = `utm_source=whatsapp&utm_medium=message&utm_campaign=${encodeURIComponent(name)}`;
  const variable = /[^?&]*=?\{\{\d+\}\}$/.exec(address)?.[0] ?? '';
  const at = address.indexOf('?');
  const value =
    variable !== '' && at >= 0
      ? `${address.slice(0, at + 1)}${campaign}&${address.slice(at + 1)}`
      : variable === ''
        ? `${address}${at >= 0 ? '&' : '?'}${campaign}`
        : `${address.slice(0, -'{{1}}'.length)}?${campaign}&ref={{1}}`;
  return { op: 'replace', pointer, value: text.replace(url, `${value}${hash}`) };
}

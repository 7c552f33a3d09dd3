import type { LintRule } from '../rule.ts';

export const nameConvention: LintRule = {
  code: 'name_convention',
  severity: 'advice',
  explanation: {
    en: 'The name does not follow the convention: kind, topic, language, version, as in promo_restock_en_v1.',
    hi: 'नाम तय ढंग से नहीं है: प्रकार, विषय, भाषा, संस्करण, जैसे promo_restock_en_v1।',
  },
  fix: {
    en: 'Name it so that a colleague can tell what it is for.',
    hi: 'ऐसा नाम दें कि साथी समझ सकें कि यह किसलिए है।',
  },
  finds: ({ draft: { name } }, { namePattern }) => {
    if (!/^[a-z0-9_]{1,512}$/.test(name))
      return [{ path: 'name', excerpt: name.slice(0, 60), severity: 'blocks' }];
    return follows(name, namePattern) ? [] : [{ path: 'name', excerpt: name.slice(0, 60) }];
  },
};

/** A family shares one name between its languages, so the language may be left out. */
const usual = /^[a-z]+(_[a-z0-9]+)+_v\d{1,3}$/;

function follows(name: string, pattern: string | null): boolean {
  if (pattern === null) return usual.test(name);
  const parts = pattern.split(/\{[a-z]+\}/).map((part) => part.replaceAll(/[^a-z0-9_]/g, ''));
  return new RegExp(`^${parts.join('[a-z0-9_]+')}$`).test(name);
}

import type { starterIndustries, starterTopics, TemplateContent } from '@trikon/contract';
import type { templateCategories } from '@trikon/contract/template-rules';
import { showContent } from '../content/shown-content.ts';
import type { Starter } from './starter.ts';
import { starters } from './starters.ts';

interface Filter {
  search?: string | undefined;
  category?: (typeof templateCategories)[number] | undefined;
  topic?: (typeof starterTopics)[number] | undefined;
  industry?: (typeof starterIndustries)[number] | undefined;
  festival?: string | undefined;
  kit?: string | undefined;
}

/** What fits, in the order of the library. What is for every industry fits each. */
export function listStarters({ search, category, topic, industry, festival, kit }: Filter) {
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found = starters.filter(
    (starter) =>
      (category === undefined || starter.category === category) &&
      (topic === undefined || starter.topic === topic) &&
      (festival === undefined || starter.festival === festival) &&
      (kit === undefined || starter.kit === kit) &&
      (industry === undefined || starter.industries.length === 0 || starter.industries.includes(industry)) &&
      words.every((word) => everythingIn(starter).includes(word)),
  );
  return { items: found.map(shown), total: starters.length };
}

function shown({ contents, ...starter }: Starter) {
  const variants = (['en', 'hi'] as const).map((language) => ({
    language,
    text: showContent(contents[language], starter.category).exampleText,
    buttons: labelsOf(contents[language]),
    content: contents[language],
  }));
  return { ...starter, variants };
}

const labelsOf = ({ components }: TemplateContent): string[] =>
  components.flatMap((part) =>
    part.type === 'BUTTONS' ? part.buttons.flatMap(({ text }) => (text === undefined ? [] : [text])) : [],
  );

const everythingIn = ({ key, title, about, playbooks, festival, contents }: Starter): string =>
  [key, title.en, title.hi, about.en, about.hi, ...playbooks, festival, JSON.stringify(contents)]
    .join(' ')
    .toLowerCase();

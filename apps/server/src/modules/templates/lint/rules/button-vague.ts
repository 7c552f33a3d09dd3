import type { LintRule } from '../rule.ts';

export const buttonVague: LintRule = {
  code: 'button_vague',
  severity: 'advice',
  explanation: {
    en: 'Nobody knows what happens at “Click here”. Buttons that name the deed are pressed more.',
    hi: '“यहाँ क्लिक करें” से पता नहीं चलता कि क्या होगा। जो बटन काम का नाम लेते हैं, वे ज़्यादा दबते हैं।',
  },
  fix: {
    en: 'Name what it does: Track order, Pay the bill, See the report.',
    hi: 'काम का नाम लिखें: ऑर्डर देखें, बिल भरें, रिपोर्ट देखें।',
  },
  finds: ({ buttons }) =>
    buttons.filter(({ text }) => vague.test(text.trim())).map(({ path, text }) => ({ path, excerpt: text })),
};

const vague =
  /^(click( here)?|here|tap( here)?|link|open( link)?|go|more|submit|press here|यहाँ क्लिक करें|यहां क्लिक करें|क्लिक करें|लिंक|यहाँ|खोलें|yahan click karein)[!.]*$/i;

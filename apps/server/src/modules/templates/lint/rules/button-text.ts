import type { LintRule } from '../rule.ts';

export const buttonText: LintRule = {
  code: 'button_text',
  severity: 'blocks',
  explanation: {
    en: 'The words of a button have at most 25 characters (20 for a call), and no emoji, variable, bold or line break.',
    hi: 'बटन पर अधिक से अधिक 25 अक्षर (कॉल के लिए 20), और इमोजी, वेरिएबल, मोटे अक्षर या नई पंक्ति नहीं।',
  },
  fix: {
    en: 'Write two or three plain words.',
    hi: 'दो-तीन सादे शब्द लिखें।',
  },
  finds: ({ buttons }) =>
    buttons.flatMap(({ path, pointer, type, text }) => {
      const found = { path, excerpt: text.slice(0, 60) };
      if (text.trim() === '') return withoutText.has(type) ? [] : [{ path }];
      if (Array.from(text).length > (type === 'VOICE_CALL' ? 20 : 25) || text.includes('{{')) return [found];
      const value = text
        .replaceAll(/[*~`\n\r]|\p{Extended_Pictographic}\uFE0F?/gu, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim();
      const isPlain = value === text.replaceAll(/\s+/g, ' ').trim() && !/\n/.test(text);
      if (isPlain) return [];
      return [value === '' ? found : { ...found, cures: [replace(`${pointer}/text`, value)] }];
    }),
};

const withoutText = new Set([
  'OTP',
  'COPY_CODE',
  'CATALOG',
  'MPM',
  'SPM',
  'ORDER_DETAILS',
  'REQUEST_CONTACT_INFO',
]);

const replace = (pointer: string, value: string) => ({ op: 'replace' as const, pointer, value });

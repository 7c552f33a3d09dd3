import type { LintRule } from '../rule.ts';

export const textFormat: LintRule = {
  code: 'text_format',
  severity: 'blocks',
  explanation: {
    en: 'A header takes no emoji, bold or line break, a footer no line break, and a body no more than one empty line in a row.',
    hi: 'हेडर में इमोजी, मोटे अक्षर या नई पंक्ति नहीं चलती, फ़ुटर में नई पंक्ति नहीं, और मुख्य टेक्स्ट में लगातार एक से अधिक ख़ाली पंक्ति नहीं।',
  },
  fix: {
    en: 'Take the marks and the breaks out.',
    hi: 'ये चिह्न और पंक्तियाँ हटाएँ।',
  },
  finds: (copy) =>
    copy.pieces.flatMap(({ path, pointer, role, text }) => {
      const value = plain[role]?.(text) ?? text;
      return value === text ? [] : [{ path, cures: [{ op: 'replace', pointer, value }] }];
    }),
};

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ');

const plain: Record<string, (text: string) => string> = {
  header: (text) =>
    oneLine(text)
      .replaceAll(/[*~`]|\p{Extended_Pictographic}\uFE0F?/gu, '')
      .replaceAll(/(^|\s)_([^_]+)_(?=\s|$)/g, '$1$2'),
  footer: oneLine,
  body: (text) => text.replaceAll(/\n[ \t]*\n[ \t]*\n\s*/g, '\n\n'),
};

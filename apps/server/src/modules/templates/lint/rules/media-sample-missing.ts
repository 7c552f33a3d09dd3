import type { LintRule } from '../rule.ts';

export const mediaSampleMissing: LintRule = {
  code: 'media_sample_missing',
  severity: 'blocks',
  explanation: {
    en: 'A header with a picture, video or document needs a sample file for WhatsApp’s review.',
    hi: 'चित्र, वीडियो या दस्तावेज़ वाले हेडर के लिए समीक्षा हेतु नमूना फ़ाइल चाहिए।',
  },
  fix: {
    en: 'Choose a sample file.',
    hi: 'नमूना फ़ाइल चुनें।',
  },
  finds: ({ media }) =>
    media
      .filter(({ format, fileId }) => withFile.has(format) && fileId === null)
      .map(({ path, format }) => ({ path, excerpt: format })),
};

const withFile = new Set(['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF']);

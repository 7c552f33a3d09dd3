import type { LintRule } from '../rule.ts';

export const mediaUnfit: LintRule = {
  code: 'media_unfit',
  severity: 'blocks',
  explanation: {
    en: 'WhatsApp takes pictures as JPEG or PNG up to 5 MB, videos as MP4 or 3GP up to 16 MB, moving pictures as MP4 up to 3.5 MB, and documents up to 100 MB.',
    hi: 'WhatsApp चित्र JPEG या PNG में 5 MB तक, वीडियो MP4 या 3GP में 16 MB तक, चलते चित्र MP4 में 3.5 MB तक और दस्तावेज़ 100 MB तक लेता है।',
  },
  fix: {
    en: 'Save the file in such a form, or make it smaller.',
    hi: 'फ़ाइल को ऐसे रूप में सहेजें, या छोटा करें।',
  },
  finds: ({ media }, { files }) =>
    media.flatMap(({ path, format, fileId }) => {
      const file = fileId === null ? undefined : files[fileId];
      const limit = limits.get(format);
      if (file === undefined || limit === undefined) return [];
      const fits = limit.types.test(file.mimeType) && file.bytes <= limit.megabytes * 1_048_576;
      return fits ? [] : [{ path, excerpt: `${file.mimeType}, ${(file.bytes / 1_048_576).toFixed(1)} MB` }];
    }),
};

/** Meta, 'Supported media types'. */
const limits = new Map([
  ['IMAGE', { types: /^image\/(jpeg|png)$/, megabytes: 5 }],
  ['VIDEO', { types: /^video\/(mp4|3gpp)$/, megabytes: 16 }],
  ['GIF', { types: /^video\/mp4$/, megabytes: 3.5 }],
  ['DOCUMENT', { types: /^(application\/|text\/plain)/, megabytes: 100 }],
]);

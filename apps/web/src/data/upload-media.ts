import type { api } from './api.ts';
import { upload } from './api.ts';

type Media = Awaited<ReturnType<typeof api.media.get>>;
export type MediaKind = 'image' | 'video' | 'document';

/** What WhatsApp takes in a header, by kind: said before a file is chosen, and checked before it is sent anywhere. */
export const mediaRules: Record<MediaKind, { types: readonly string[]; megabytes: number }> = {
  image: { types: ['image/jpeg', 'image/png'], megabytes: 5 },
  video: { types: ['video/mp4', 'video/3gpp'], megabytes: 16 },
  document: { types: ['application/pdf'], megabytes: 100 },
};

export async function uploadMedia(file: File, kind: MediaKind): Promise<Media> {
  const query = new URLSearchParams({ as: kind, fileName: file.name.slice(0, 300) });
  return (await upload(`/api/v1/media?${query.toString()}`, file)) as Media;
}

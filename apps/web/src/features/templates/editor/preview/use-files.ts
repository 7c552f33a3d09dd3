import { useQueries } from '@tanstack/react-query';
import type { TemplateContent } from '@trikon/contract';
import { mediaPlaces } from '@trikon/contract/template-rules';
import type { DrawnFile } from '../../../../whatsapp/template/drawn.ts';
import { mediaOf } from '../content/edit-variables.ts';
import { mediaQuery } from '../queries.ts';

/** The samples of headers, by their place. */
export function useFiles(content: TemplateContent): (place: string) => DrawnFile | null {
  const places = mediaPlaces(content).filter((place) => mediaOf(content, place).mediaId !== null);
  const found = useQueries({ queries: places.map((place) => mediaQuery(mediaOf(content, place).mediaId!)) });
  return (place) => {
    const media = found[places.indexOf(place)]?.data;
    if (!media) return null;
    const { fileName, size, pages, links, kind } = media;
    const pictureUrl = links.preview ?? links.thumbnail ?? (kind === 'image' ? links.original : null);
    return { pictureUrl, fileName, size, pages, altText: mediaOf(content, place).altText };
  };
}

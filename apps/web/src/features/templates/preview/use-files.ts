import { useQueries } from '@tanstack/react-query';
import type { TemplateContent } from '@trikon/contract';
import { mediaPlaces } from '@trikon/contract/template-rules';
import { useAllows } from '../../../data/use-workspace.ts';
import type { DrawnFile } from '../../../whatsapp/template/drawn.ts';
import { mediaOf } from '../editor/content/edit-variables.ts';
import { mediaQuery } from './media-query.ts';

const unseen = { pictureUrl: null, fileName: null, size: null, pages: null };

/** The samples of headers, by their place. Who may not look into files sees that there is one. */
export function useFiles(content: TemplateContent): (place: string) => DrawnFile | null {
  const mayLook = useAllows()('messages.read');
  const places = mediaPlaces(content).filter((place) => mediaOf(content, place).mediaId !== null);
  const found = useQueries({
    queries: places.map((place) => ({ ...mediaQuery(mediaOf(content, place).mediaId!), enabled: mayLook })),
  });
  return (place) => {
    const at = places.indexOf(place);
    if (at < 0) return null;
    const { altText } = mediaOf(content, place);
    const media = found[at]?.data;
    if (!media) return { ...unseen, altText };
    const { fileName, size, pages, links, kind } = media;
    const pictureUrl = links.preview ?? links.thumbnail ?? (kind === 'image' ? links.original : null);
    return { pictureUrl, fileName, size, pages, altText };
  };
}

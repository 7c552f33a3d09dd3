import type { Directory } from '../directory/directory.ts';
import type { WorldRoutes } from '../door/world-door.ts';
import { adsOf } from '../phones/ads.ts';
import type { EntriesView } from '../phones/view.ts';

/** Ways into a chat: every business, an ad of each, and a link that a QR code may hold. */
export function entryRoutes(directory: Directory): WorldRoutes {
  return {
    'GET /world/entries': (): EntriesView => {
      const numbers = [...directory.numbers.values()].filter(
        ({ status, onBusinessApp }) => status === 'CONNECTED' || onBusinessApp,
      );
      return {
        businesses: numbers.map(({ id, phone, verifiedName, official }) => ({
          number: id,
          phone,
          name: verifiedName,
          official,
        })),
        ads: adsOf(directory).map(({ number: _number, sourceUrl: _source, ...ad }) => ad),
        links: numbers.map(({ phone, verifiedName }) => ({
          label: verifiedName,
          url: `https://wa.me/${phone}?text=${encodeURIComponent('Namaste! I have a question.')}`,
        })),
      };
    },
  };
}

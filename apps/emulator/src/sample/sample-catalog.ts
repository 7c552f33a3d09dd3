import { picturePath } from '../commerce/pictures.ts';
import type { Product } from '../commerce/records.ts';
import type { Shelves } from '../commerce/shelves.ts';
import type { Emulator } from '../emulator.ts';

export const sampleCatalogId = '194836987003835';

interface Sold {
  sku: string;
  kind: 'saree' | 'dupatta' | 'fabric';
  name: string;
  description: string;
  rupees: number;
  saleRupees?: number;
  isSoldOut?: true;
  /** Of the cloth and of its border. */
  colors: [string, string];
}

const goods: Sold[] = [
  {
    sku: 'SS-SAR-101',
    kind: 'saree',
    name: 'Banarasi Silk Saree – Maroon',
    description: 'Pure silk with a zari border, woven in Varanasi. Unstitched blouse piece included.',
    rupees: 8999,
    saleRupees: 7499,
    colors: ['7b1e3b', 'd9a441'],
  },
  {
    sku: 'SS-SAR-102',
    kind: 'saree',
    name: 'कांजीवरम सिल्क साड़ी – मोर नीला',
    description: 'भारी ज़री के पल्लू वाली शुद्ध रेशम की साड़ी, शादी और पूजा के लिए।',
    rupees: 12499,
    colors: ['0f5e7a', 'e0b34c'],
  },
  {
    sku: 'SS-SAR-103',
    kind: 'saree',
    name: 'Surat Georgette Saree – Rani Pink',
    description: 'Light georgette with sequin work, easy to drape and to wash.',
    rupees: 1899,
    saleRupees: 1499,
    colors: ['c2185b', 'f3d3e1'],
  },
  {
    sku: 'SS-SAR-104',
    kind: 'saree',
    name: 'Patola Silk Saree – Green',
    description: 'Single ikat Patola from Rajkot, the pattern is the same on both sides.',
    rupees: 15999,
    colors: ['1f6b3a', 'c0392b'],
  },
  {
    sku: 'SS-SAR-105',
    kind: 'saree',
    name: 'बांधनी सूती साड़ी – लाल',
    description: 'कच्छ की हाथ से बँधी बांधनी, रोज़ पहनने के लिए मुलायम सूती।',
    rupees: 2299,
    saleRupees: 1999,
    colors: ['b71c1c', 'fff3d6'],
  },
  {
    sku: 'SS-SAR-106',
    kind: 'saree',
    name: 'Chiffon Party Saree – Black',
    description: 'Chiffon with a stone border for evenings.',
    rupees: 3499,
    isSoldOut: true,
    colors: ['212121', 'b0b0b0'],
  },
  {
    sku: 'SS-DUP-201',
    kind: 'dupatta',
    name: 'Phulkari Dupatta – Multicolour',
    description: 'Hand-embroidered Phulkari on cotton, 2.5 metres.',
    rupees: 1299,
    saleRupees: 999,
    colors: ['e67e22', '6c3483'],
  },
  {
    sku: 'SS-DUP-202',
    kind: 'dupatta',
    name: 'बनारसी दुपट्टा – सुनहरा',
    description: 'ज़री बूटी वाला बनारसी दुपट्टा, लहंगे और सूट के साथ।',
    rupees: 1799,
    colors: ['c9962b', '7b1e3b'],
  },
  {
    sku: 'SS-DUP-203',
    kind: 'dupatta',
    name: 'Bandhani Dupatta – Yellow',
    description: 'Tie-dyed art silk from Jamnagar, 2.25 metres.',
    rupees: 899,
    colors: ['f2b705', 'b71c1c'],
  },
  {
    sku: 'SS-FAB-301',
    kind: 'fabric',
    name: 'Raw Silk Fabric – Ivory (per metre)',
    description: 'Raw silk, 44 inches wide, for sherwanis and blouses.',
    rupees: 749,
    colors: ['efe6d2', 'd8c9a3'],
  },
  {
    sku: 'SS-FAB-302',
    kind: 'fabric',
    name: 'शुद्ध सूती कपड़ा – नील छपाई (प्रति मीटर)',
    description: 'सांगानेरी ब्लॉक छपाई, 44 इंच चौड़ा, कुर्ते और परदे के लिए।',
    rupees: 349,
    saleRupees: 299,
    colors: ['23408e', 'dfe6f5'],
  },
  {
    sku: 'SS-FAB-303',
    kind: 'fabric',
    name: 'Brocade Fabric – Wine (per metre)',
    description: 'Zari brocade, 42 inches wide, for lehengas.',
    rupees: 1150,
    colors: ['5e1a34', 'cfa34a'],
  },
];

/** What Surat Silks sells: connected with its account, shown in the chats of both numbers, and reviewed. */
export function makeSampleCatalog(
  { world: { clock, ids }, directory }: Emulator,
  { shelves, businessId, wabaId }: { shelves: Shelves; businessId: string; wabaId: string },
): void {
  const now = clock.now();
  shelves.catalogs.put({
    id: sampleCatalogId,
    businessId,
    name: 'Surat Silks',
    vertical: 'commerce',
    createdAt: now,
  });
  shelves.links.put({ id: wabaId, catalogId: sampleCatalogId });
  for (const sold of goods) shelves.products.put(productOf(sold, ids.next(), now));
  for (const { id } of directory.numbersOf(wabaId)) directory.numbers.change(id, { catalog: true });
}

function productOf({ sku, kind, colors, ...sold }: Sold, id: string, now: number): Product {
  return {
    id,
    catalogId: sampleCatalogId,
    retailerId: sku,
    name: sold.name,
    description: sold.description,
    minor: sold.rupees * 100,
    currency: 'INR',
    ...(sold.saleRupees !== undefined && { saleMinor: sold.saleRupees * 100 }),
    availability: sold.isSoldOut ? 'out of stock' : 'in stock',
    condition: 'new',
    imageUrl: picturePath(kind, ...colors),
    url: `https://suratsilks.example.in/p/${sku}`,
    visibility: 'published',
    review: 'APPROVED',
    more: {
      brand: 'Surat Silks',
      product_type: kind,
      origin_country: 'IN',
      importer_name: 'Surat Silks',
    },
    createdAt: now,
    updatedAt: now,
  };
}

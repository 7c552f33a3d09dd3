import type { BusinessNumber } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';
import type { Messages } from '../messages/messages.ts';
import type { ShopDesk } from '../phones/neighbours.ts';
import type { JsonObject } from '../world/json.ts';
import { checkProducts } from './check-products.ts';
import { catalogEdges } from './edges/catalogs.ts';
import { connectionEdges } from './edges/connection.ts';
import { batchEdges } from './edges/items-batch.ts';
import { productSetEdges } from './edges/product-sets.ts';
import { productEdges } from './edges/products.ts';
import { leaveOutMissing } from './leave-out.ts';
import { defineCommerceNodes } from './nodes.ts';
import { createShelves, type Shelves } from './shelves.ts';
import { createShopDesk } from './shop-desk.ts';
import { createStock, type Stock } from './stock.ts';

/** Catalogs, and what is sold from them in chats. */
export interface Commerce {
  shelves: Shelves;
  stock: Stock;
  shop: ShopDesk;
  /** Refuses messages about products that cannot be shown. */
  check: (number: BusinessNumber, content: JsonObject) => void;
}

export function createCommerce(emulator: Emulator, messages: Messages): Commerce {
  const shelves = createShelves(emulator.world);
  const stock = createStock(emulator, shelves);
  defineCommerceNodes(emulator, shelves);
  for (const edges of [
    catalogEdges(emulator, shelves),
    connectionEdges(emulator, shelves),
    productEdges(emulator, shelves, stock),
    productSetEdges(emulator, shelves),
    batchEdges(emulator, shelves, stock),
  ])
    emulator.graph.add(edges);
  leaveOutMissing(shelves, messages);
  return {
    shelves,
    stock,
    shop: createShopDesk(emulator.directory, shelves),
    check: (number, content) => checkProducts(shelves, number, content),
  };
}

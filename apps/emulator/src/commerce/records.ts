import type { JsonObject } from '../world/json.ts';

export interface Catalog {
  id: string;
  businessId: string;
  name: string;
  vertical: string;
  createdAt: number;
}

/** What WhatsApp's own review says of a product; it is reviewed again after its looks changed. */
type ReviewStatus = 'NO_REVIEW' | 'PENDING' | 'REJECTED' | 'APPROVED' | 'OUTDATED';

export const availabilities = [
  'in stock',
  'out of stock',
  'preorder',
  'available for order',
  'discontinued',
] as const;

export const conditions = ['new', 'refurbished', 'used'] as const;

export const visibilities = ['published', 'staging'] as const;

export interface Product {
  id: string;
  catalogId: string;
  /** The business' own number for it, which messages name. */
  retailerId: string;
  name: string;
  description: string;
  /** In the smallest unit of the currency. */
  minor: number;
  currency: string;
  saleMinor?: number;
  availability: (typeof availabilities)[number];
  condition: (typeof conditions)[number];
  /** An address, or a path of the emulator itself. */
  imageUrl: string;
  url: string;
  visibility: (typeof visibilities)[number];
  review: ReviewStatus;
  /** Everything else that was given, under the names that Graph reads it by. */
  more: JsonObject;
  createdAt: number;
  updatedAt: number;
}

/** What can be given of a product, all of it or what is to change. */
export type Draft = Partial<
  Omit<Product, 'id' | 'catalogId' | 'retailerId' | 'review' | 'createdAt' | 'updatedAt'>
>;

export interface ProductSet {
  id: string;
  catalogId: string;
  name: string;
  /** Without one the set holds the whole catalog. */
  filter?: JsonObject;
}

/** The catalog of an account: it has one at most. */
export interface CatalogLink {
  /** The account. */
  id: string;
  catalogId: string;
}

interface BatchProblem {
  line: number;
  id: string;
  message: string;
}

/** Many changes to a catalog that were taken at once and are worked off later. */
export interface Batch {
  /** The handle. */
  id: string;
  catalogId: string;
  status: 'started' | 'finished';
  requests: { line: number; method: 'CREATE' | 'UPDATE' | 'DELETE'; retailerId: string; draft: Draft }[];
  upsert: boolean;
  problems: BatchProblem[];
}

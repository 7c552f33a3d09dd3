import type { FlowButton, TemplateCategory, TemplateRejectionReason } from '@trikon/whatsapp';
import type { Emulator } from '../emulator.ts';
import type { Collection, Index } from '../world/collection.ts';
import { Creations } from './creations.ts';
import { Tallies } from './standing/tallies.ts';
import { placeOf } from './template.ts';
import type { Template } from './template.ts';

/** What templates ask of other capabilities; each is wired where the emulator is put together. */
export interface TemplateNeighbours {
  /** Whether an upload of example media ended in this handle. */
  knowsHandle: (handle: string) => boolean;
  /** Where the example behind a handle can be seen. */
  handleUrl: (handle: string, origin: string) => string | undefined;
  /** The Flow that a button names by id, name or JSON; refuses one that is not there. */
  findFlow: (wabaId: string, button: FlowButton) => string;
  /** Whether messages with the template have not arrived yet. */
  hasUnderway: (templateId: string) => boolean;
}

/** A name that was deleted, and until when it cannot be used again. */
export interface NameLock {
  /** The template's place. */
  id: string;
  until: number;
  category: TemplateCategory;
}

/** What somebody who steers the world wants a reviewer to decide. */
export interface ReviewOrder {
  id: string;
  wabaId?: string;
  name?: string;
  outcome: 'approve' | 'recategorise' | 'reject';
  reason?: TemplateRejectionReason;
  category?: TemplateCategory;
  /** Holds for every review to come instead of the next. */
  always?: boolean;
}

/** All message templates of the world, with what happens to them. The verbs stand in files of their own. */
export class Templates {
  readonly emulator: Emulator;
  readonly neighbours: TemplateNeighbours;
  readonly all: Collection<Template>;
  readonly ofWaba: Index<Template>;
  readonly byName: Index<Template>;
  readonly locks: Collection<NameLock>;
  readonly orders: Collection<ReviewOrder>;
  readonly tallies: Tallies;
  readonly creations: Creations;
  readonly setting;
  readonly #byPlace: Index<Template>;
  readonly #pacingListeners: PacingListener[] = [];

  constructor(emulator: Emulator, neighbours: TemplateNeighbours) {
    const { world } = emulator;
    this.emulator = emulator;
    this.neighbours = neighbours;
    this.all = world.collection<Template>('templates');
    this.ofWaba = this.all.index(({ wabaId }) => wabaId);
    this.byName = this.all.index(({ wabaId, name }) => `${wabaId} ${name}`);
    this.#byPlace = this.all.index(placeOf);
    this.locks = world.collection<NameLock>('template-names');
    this.orders = world.collection<ReviewOrder>('template-reviews');
    this.tallies = new Tallies(world);
    this.creations = new Creations(world);
    this.setting = world.setting('templates', {
      reviewSeconds: 3,
      creationsPerHour: 100,
      mostUnverified: 250,
      mostVerified: 6000,
      scoreAfter: 20,
      yellowShare: 0.02,
      redShare: 0.05,
      leastReadShare: 0.02,
      pacingThreshold: 1000,
      pacingSeconds: 300,
      adSyncSeconds: 600,
    });
  }

  get now(): number {
    return this.emulator.world.clock.now();
  }

  find(wabaId: string, name: string, language: string): Template | undefined {
    return this.#byPlace.get(placeOf({ wabaId, name, language }));
  }

  named(wabaId: string, name: string): Template[] {
    return this.byName.all(`${wabaId} ${name}`);
  }

  /** Has messages hear what becomes of those that pacing holds back. */
  onPacing(listener: PacingListener): void {
    this.#pacingListeners.push(listener);
  }

  tellPacing(templateId: string, outcome: 'fail' | 'release'): void {
    for (const listener of this.#pacingListeners) listener(templateId, outcome);
  }
}

type PacingListener = (templateId: string, outcome: 'fail' | 'release') => void;

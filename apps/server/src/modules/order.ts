/**
 * The modules, lowest first. A module may import those in the lines above its own, through their index.ts;
 * those in one line are siblings that never import each other, and nothing imports the last line.
 * `npm run check` reads this list and holds every import against it.
 */
export const moduleOrder = [
  ['workspaces'],
  ['audit'],
  ['numbers'],
  ['contacts'],
  ['consent'],
  ['templates'],
  ['messaging'],
  ['audience'],
  ['capture', 'inbox', 'campaigns', 'automation', 'commerce', 'bookings', 'operations'],
  ['analytics', 'governance', 'integrations'],
] as const;

import { createHmac } from 'node:crypto';

/** What makes a download link of this world: nobody can write one, or prolong one, who was not given it. */
export const signLink = (seed: string, id: string, ext: number): string =>
  `AR${createHmac('sha256', seed).update(`${id} ${ext}`).digest('base64url').slice(0, 30)}`;

import { Bytes, WorldRefusal, type WorldRoutes } from '../door/world-door.ts';

const drawings: Record<string, (cloth: string, border: string) => string> = {
  saree: (cloth, border) => `
    <path d="M150 40h300v520H150z" fill="${cloth}"/>
    <path d="M150 40h60v520h-60zM390 40h60v520h-60z" fill="${border}"/>
    <path d="M150 470h300v90H150z" fill="${border}" opacity=".85"/>
    ${dots(border, { from: 240, to: 380, top: 80, bottom: 450 })}`,
  dupatta: (cloth, border) => `
    <path d="M120 90q180 90 360 0v380q-180 90-360 0z" fill="${cloth}"/>
    <path d="M120 430q180 90 360 0v40q-180 90-360 0z" fill="${border}"/>
    ${dots(border, { from: 160, to: 460, top: 170, bottom: 400 })}`,
  fabric: (cloth, border) => `
    <rect x="90" y="170" width="420" height="270" rx="40" fill="${cloth}"/>
    <ellipse cx="130" cy="305" rx="55" ry="135" fill="${border}"/>
    <ellipse cx="130" cy="305" rx="20" ry="55" fill="#fff" opacity=".7"/>`,
};

function dots(
  color: string,
  { from, to, top, bottom }: { from: number; to: number; top: number; bottom: number },
): string {
  const circles: string[] = [];
  for (let y = top; y <= bottom; y += 60)
    for (let x = from; x <= to; x += 47) circles.push(`<circle cx="${x}" cy="${y}" r="7"/>`);
  return `<g fill="${color}">${circles.join('')}</g>`;
}

/** A picture's name says what is on it: `saree-8e2442-f2b705.svg` is a dark red one with a golden border. */
export const picturePath = (kind: 'saree' | 'dupatta' | 'fabric', cloth: string, border: string): string =>
  `/world/pictures/${kind}-${cloth}-${border}.svg`;

/** Pictures of what the sample shop sells. */
export const pictureRoutes: WorldRoutes = {
  'GET /world/pictures/:name': ({ params }) => {
    const [, kind = '', cloth = '', border = ''] =
      /^([a-z]+)-([\da-f]{6})-([\da-f]{6})\.svg$/.exec(params.name ?? '') ?? [];
    const draw = Object.hasOwn(drawings, kind) ? drawings[kind] : undefined;
    if (!draw) throw new WorldRefusal(`There is no picture ${params.name}.`, 404);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600"><path fill="#f6f1e7" d="M0 0h600v600H0z"/>${draw(`#${cloth}`, `#${border}`)}</svg>`;
    return new Bytes(Buffer.from(svg), {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400',
    });
  },
};

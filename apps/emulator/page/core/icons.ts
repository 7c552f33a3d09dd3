import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit-html';

/** Drawn on 24 by 24 with a stroke, each in one path. */
const paths = {
  back: 'M19 12H5m7-7-7 7 7 7',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  phone:
    'M6.5 3.5h3l1.5 4-2 1.6a12 12 0 0 0 5.9 5.9l1.6-2 4 1.5v3c0 1.2-1 2.1-2.2 2A16.5 16.5 0 0 1 4.5 5.7a2 2 0 0 1 2-2.2Z',
  'phone-down':
    'M3.2 14.8c5.2-4.6 12.4-4.6 17.6 0l-1.6 2.8-4-1.4-.2-2.500a10.5 10.5 0 0 0-6 0l-.2 2.5-4 1.4-1.6-2.800Z',
  video: 'M3.5 7.500a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-9Zm12 3.5 5-3v8l-5-3',
  camera:
    'M4 8h3l1.5-2.500h7L17 8h3a1.5 1.5 0 0 1 1.5 1.500v8A1.5 1.5 0 0 1 20 19H4a1.5 1.5 0 0 1-1.5-1.500v-8A1.5 1.5 0 0 1 4 8Zm8 8.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z',
  mic: 'M12 14.500a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3Zm-6-3a6 6 0 0 0 12 0M12 17.500V21',
  send: 'M4 4.5 21 12 4 19.500l1.5-6L14 12l-8.5-1.500L4 4.500Z',
  clip: 'm19.5 11.5-7.5 7.500a5 5 0 0 1-7-7l8-8a3.3 3.3 0 0 1 4.7 4.700l-7.9 7.900a1.6 1.6 0 0 1-2.3-2.300l7-7',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.5 9.500v.01M15.5 9.500v.01M8 14c1.8 2.7 6.2 2.7 8 0',
  play: 'M7 4.500v15l12-7.5-12-7.500Z',
  headphones: 'M4 14v-2a8 8 0 0 1 16 0v2M4 14h3v6H5a1 1 0 0 1-1-1v-5Zm16 0h-3v6h2a1 1 0 0 0 1-1v-5Z',
  pause: 'M8 5v14M16 5v14',
  pin: 'M12 21.500c4.5-4.8 7-8.3 7-11.500a7 7 0 1 0-14 0c0 3.2 2.5 6.7 7 11.500Zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.500c0-3.6 3.4-5.5 7.5-5.500s7.5 1.9 7.5 5.5',
  people:
    'M9 11.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 8c0-3.2 2.9-4.8 6.5-4.800s6.5 1.6 6.5 4.800M16 5a3.3 3.3 0 0 1 0 6.300m2 3.900c2.2.6 3.5 2 3.5 4.3',
  document:
    'M13.5 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.500L13.5 3Zm0 0v5.500H19M9 13h6m-6 4h4',
  picture:
    'M5 4h14a1.5 1.5 0 0 1 1.5 1.500v13A1.5 1.5 0 0 1 19 20H5a1.5 1.5 0 0 1-1.5-1.500v-13A1.5 1.5 0 0 1 5 4Zm-1.5 12 5-5 7 7m-2-3 2.5-2.5 4.5 4.500M15.5 8.500v.01',
  poll: 'M6 20v-8m6 8V4m6 16v-5',
  cart: 'M2.5 4H5l2.5 11h10l2.5-8H6M9 19.500v.01M16.5 19.500v.01',
  shop: 'M4 10v9.500h16V10M3 9l2-5h14l2 5a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0Zm6.5 10.500v-5h5v5',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5',
  next: 'm9 5 7 7-7 7',
  down: 'm5 9 7 7 7-7',
  reply: 'M9 5 3.5 10.5 9 16m-5-5.500h9a7 7 0 0 1 7 7V19',
  forward: 'm15 5 5.5 5.500L15 16m5-5.500h-9a7 7 0 0 0-7 7V19',
  copy: 'M9 8h10.500v12.500H9V8Zm-4.5 8V3.500H15',
  trash: 'M4 6.500h16M9 6V3.500h6V6m2.5.5-1 14h-9l-1-14M10 10.500v6m4-6v6',
  pencil: 'm4 20 1-4.500L16.5 4 20 7.5 8.5 19 4 20Z',
  open: 'M13 4h7v7m0-7-9 9M9 5H4.500v14.500H19V15',
  list: 'M9 6.500h11M9 12h11M9 17.500h11M4.5 6.500v.01M4.5 12v.01M4.5 17.500v.01',
  form: 'M5 3.500h14v17H5v-17ZM8.5 8h7m-7 4h7m-7 4h4',
  close: 'm6 6 12 12M18 6 6 18',
  check: 'm4.5 12.5 5 5 10-11',
  block: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM5.7 5.700l12.6 12.6',
  flag: 'M5 21V4m0 0c5-2.5 9 2.5 14 0v10c-5 2.5-9-2.5-14 0',
  lock: 'M6 11h12v9.500H6V11Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3',
  tag: 'M3.5 4.500v7l9 9 7.5-7.5-9-9-7.5.5ZM8 9v.01',
  bell: 'M12 3.500a5.5 5.5 0 0 1 5.5 5.500c0 5 2 6.5 2 8h-15c0-1.5 2-3 2-8A5.5 5.5 0 0 1 12 3.500ZM10 20.500h4',
  'bell-off': 'M6.6 8A5.5 5.5 0 0 1 17.5 9c0 5 2 6.5 2 8H7m-2.5 0c0-1.5 2-3 2-6.500M10 20.500h4M4 4l16 17',
  qr: 'M4 4h6v6H4V4Zm10 0h6v6h-6V4ZM4 14h6v6H4v-6Zm10 0h2.500v2.500M20 14v2.500M14 20h2.500m3.5-3.500V20h-1',
  offline: 'M3 3l18 18M5 12a10 10 0 0 1 4-2.500m6.5.5A10 10 0 0 1 19 12M8.5 15.500a5 5 0 0 1 5-1M12 19v.01',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5.500l3.5 2',
  warning: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v6m0 3.500v.01',
  bank: 'M3.5 9 12 4l8.5 5h-17ZM5 20h14M6.5 9.500V17m5.5-7.500V17m5.5-7.500V17',
  card: 'M3 6h18v12.500H3V6Zm0 4h18M6 15h4',
  wallet: 'M4 6.500h14v3m-14-3A2 2 0 0 0 4 10h16v9.500H4v-13Zm12.5 8v.01',
  laptop: 'M5 5h14v10.500H5V5ZM2.5 19h19',
  gift: 'M4 9h16v4H4V9Zm1.5 4v7.500h13V13M12 9v11.500M12 9c-6 0-5-5.5-2.5-5S12 9 12 9Zm0 0c6 0 5-5.5 2.5-5S12 9 12 9Z',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.5-3.500a4 4 0 0 0-5.7-5.700L12 6.300M14 10a4 4 0 0 0-5.7 0l-3.5 3.500a4 4 0 0 0 5.7 5.700l1.5-1.5',
  chat: 'M4 4.500h16v12H9.500L5 20.500v-4H4v-12Z',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  settings:
    'M4 7h9m5 0h2M4 17h2m5 0h9M15.5 9.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-7 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v6m0-9.500v.01',
  mail: 'M3.5 5.500h17v13h-17v-13Zm0 1 8.5 7 8.5-7',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 12h17M12 3.500c-5.5 5-5.5 12 0 17m0-17c5.5 5 5.5 12 0 17',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside words: the words say it already. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true">${path(paths[name])}</svg>`;

const path = (d: string): SVGTemplateResult => svg`<path d=${d}></path>`;

export const ticks = {
  one: html`<svg class="tick" viewBox="0 0 18 12" aria-hidden="true">
    <path d="m5 6.5 3 3L15 2"></path>
  </svg>`,
  two: html`<svg class="tick" viewBox="0 0 18 12" aria-hidden="true">
    <path d="m1.5 6.5 3 3L11.5 2M8 8.500l1 1L16.5 2"></path>
  </svg>`,
};

/** The mark of an official business account: a scalloped disc with a tick. */
export const officialMark = (label: string): TemplateResult =>
  html`<svg class="official" viewBox="0 0 24 24" role="img" aria-label=${label}>
    <path
      class="official-disc"
      d="M12 1.500l2.6 2.1 3.3-.4 1.2 3.1 3.1 1.2-.4 3.300L23.5 13l-2.1 2.6.4 3.3-3.1 1.2-1.2 3.1-3.3-.4L12 24l-2.2-1.2-3.3.4-1.2-3.1-3.1-1.2.4-3.300L.5 13l2.1-2.2-.4-3.3 3.1-1.2 1.2-3.1 3.3.4L12 1.500Z"
    ></path>
    <path class="official-tick" d="m7.5 12.8 3 3 6-6.3"></path>
  </svg>`;

import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit-html';
import type { MessageContent } from '../../src/phones/view.ts';
import { timeOf } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';

type Place = Extract<MessageContent, { kind: 'location' | 'live-location' }>;

export function place(glass: Glass, where: Place): TemplateResult {
  const { words, phone, now } = glass;
  const live = where.kind === 'live-location';
  const ended = live && where.until <= now;
  return html`<a
      class="place ${live ? 'place-live' : ''}"
      href=${mapAddress(where)}
      target="_blank"
      rel="noopener noreferrer nofollow"
      aria-label="${live ? words.liveLocation : words.location}: ${where.latitude}, ${where.longitude}"
    >
      ${drawnMap(where)}
    </a>
    ${
      live
        ? html`<span class="text place-words">
            <small
              >${ended ? words.sharingEnded : `${words.sharingUntil} ${timeOf(where.until, phone.language)}`}</small
            >
            ${where.caption ?? nothing}
          </span>`
        : placeWords(where)
    }`;
}

const placeWords = ({
  name,
  address,
}: {
  name?: string;
  address?: string;
}): TemplateResult | typeof nothing =>
  name || address
    ? html`<span class="text place-words">
        ${name ? html`<strong>${name}</strong>` : nothing}
        ${address ? html`<small>${address}</small>` : nothing}
      </span>`
    : nothing;

interface Point {
  latitude: number;
  longitude: number;
}

const mapAddress = ({ latitude, longitude }: Point): string =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;

/** Not the real streets: a town drawn from the coordinates, the same for the same place, without asking anybody. */
export function drawnMap({ latitude, longitude }: Point): TemplateResult {
  const turn = (value: number): number => Math.abs(Math.sin(value * 1000)) * 60;
  const [a, b, c] = [turn(latitude), turn(longitude), turn(latitude + longitude)];
  return html`<span class="map">
    <svg viewBox="0 0 280 150" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect class="map-land" width="280" height="150"></rect>
      <path class="map-park" d="M${180 + b / 2} 0h70l20 ${38 + a / 3}-84 18Z"></path>
      <path class="map-water" d="M0 ${108 + c / 4}c60-22 90 22 150 4s90-8 130 12v40H0Z"></path>
      ${blocks(a)}
      <path
        class="map-road"
        d="M0 ${28 + a / 3} 280 ${58 + b / 3}M${60 + c / 2} 0 ${34 + a} 150M${190 + a / 3} 0 ${166 + b / 3} 150"
      ></path>
      <path
        class="map-highway"
        d="M0 ${84 + b / 4}C80 ${60 + c / 3} 190 ${112 - a / 3} 280 ${78 + c / 4}"
      ></path>
    </svg>
    <span class="map-pin">${icon('pin')}</span>
  </span>`;
}

const blocks = (shift: number): SVGTemplateResult[] =>
  [12, 46, 84, 122, 156, 206, 240].map(
    (x, row) =>
      svg`<rect class="map-house" x=${x} y=${14 + ((row * 37 + shift) % 84)} width="22" height="14" rx="2"></rect>`,
  );

import { html, type TemplateResult } from 'lit-html';
import type { ChatView } from '../../src/phones/view.ts';
import type { Glass } from '../core/glass.ts';
import { actionRow } from '../core/parts.ts';
import { drawnMap } from '../messages/place.ts';
import { fieldsOf, mainButton, sheet } from './sheet.ts';

interface Place {
  name?: string;
  address?: string;
  latitude: number;
  longitude: number;
}

const here: Place = { latitude: 21.1702, longitude: 72.8311 };
const nearby: Place[] = [
  {
    name: 'Surat Railway Station',
    address: 'Varachha, Surat, Gujarat',
    latitude: 21.2049,
    longitude: 72.8411,
  },
  {
    name: 'Shaniwar Wada',
    address: 'Shaniwar Peth, Pune, Maharashtra',
    latitude: 18.5195,
    longitude: 73.8553,
  },
  {
    name: 'Chambal Garden',
    address: 'Rawatbhata Road, Kota, Rajasthan',
    latitude: 25.1638,
    longitude: 75.8309,
  },
];

/** Where one is, a place nearby, any coordinates, or live for a while. With a message it answers its request. */
export function locationSheet(glass: Glass, chat: ChatView, replyTo?: string): TemplateResult {
  const { words } = glass;
  const send = (place: Place): void => {
    glass.show(undefined);
    void glass.act({ type: 'send-location', chat: chat.id, ...place, ...(replyTo && { replyTo }) });
  };
  const live = (minutes: number): void => {
    glass.show(undefined);
    const { latitude, longitude } = here;
    void glass.act({ type: 'send-live-location', chat: chat.id, latitude, longitude, minutes });
  };
  const sendOther = (event: Event): void => {
    const { latitude = '', longitude = '' } = fieldsOf(event);
    send({ latitude: Number(latitude), longitude: Number(longitude) });
  };
  return sheet(glass, {
    name: 'location',
    title: words.shareLocation,
    full: true,
    body: html`
      ${drawnMap(here)}
      ${actionRow({ icon: 'pin', text: words.sendCurrentLocation, test: 'send-here', tone: 'accent', press: () => send(here) })}
      ${[
        { text: words.minutes15, minutes: 15 },
        { text: words.hour1, minutes: 60 },
        { text: words.hours8, minutes: 480 },
      ].map(({ text, minutes }) =>
        actionRow({
          icon: 'clock',
          text: words.shareLive,
          detail: text,
          test: `live-${minutes}`,
          press: () => live(minutes),
        }),
      )}
      <h4 class="sheet-title">${words.nearby}</h4>
      ${nearby.map((place, index) =>
        actionRow({
          icon: 'pin',
          text: place.name ?? '',
          detail: place.address,
          test: `place-${index}`,
          press: () => send(place),
        }),
      )}
      <form class="fields fields-row" @submit=${sendOther}>
        <label class="field">
          <span>${words.latitude}</span>
          <input
            name="latitude"
            type="number"
            step="any"
            min="-90"
            max="90"
            required
            data-testid="latitude"
          />
        </label>
        <label class="field">
          <span>${words.longitude}</span>
          <input
            name="longitude"
            type="number"
            step="any"
            min="-180"
            max="180"
            required
            data-testid="longitude"
          />
        </label>
        ${mainButton(words.send, 'send-coordinates')}
      </form>
    `,
  });
}

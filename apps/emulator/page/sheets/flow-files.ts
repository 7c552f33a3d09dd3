import { html, type TemplateResult } from 'lit-html';
import { isPickedFile, type PickedFile } from '../../src/flows/runtime/files.ts';
import type { ShownComponent } from '../../src/flows/runtime/view.ts';
import type { Json } from '../../src/world/json.ts';
import { icon } from '../core/icons.ts';
import { sampleDocument, samplePhoto } from '../phone/sample-files.ts';
import { enter, type FlowAt } from './flow-at.ts';
import { listOf, textOf } from './flow-values.ts';

/** Photos and documents inside a Flow: each is uploaded as it is picked. */
export function filePicker(at: FlowAt, component: ShownComponent): TemplateResult {
  const { name, type, properties, value } = component;
  const photo = type === 'PhotoPicker';
  const picked: PickedFile[] = listOf(value).filter((one) => isPickedFile(one));
  const replace = (files: Json[]): void => enter(at, name, files);
  const add = async (files: File[]): Promise<void> => {
    const uploaded = await Promise.all(files.map((file) => upload(at, file)));
    replace([...listOf(value), ...uploaded.filter((one) => one !== undefined)] as Json[]);
  };
  return html`<div class="field">
    <span>${textOf(properties, 'label')}</span>
    <small>${textOf(properties, 'description')}</small>
    ${picked.map(
      (file, index) =>
        html`<span class="picked">
          ${icon(photo ? 'picture' : 'document')}<span>${file.file_name}</span
          ><small>${Math.ceil(file.size_kb)} KB</small>
          <button
            type="button"
            class="icon-button"
            aria-label="${at.glass.words.remove} ${file.file_name}"
            @click=${() => replace(listOf(value).toSpliced(index, 1) as Json[])}
          >
            ${icon('close')}
          </button>
        </span>`,
    )}
    <span class="picker-buttons">
      <label class="file-field">
        ${icon('clip')}${at.glass.words.attachFile}
        <input
          type="file"
          multiple
          accept=${photo ? 'image/*' : '*/*'}
          @change=${({ target }: Event) => void add([...((target as HTMLInputElement).files ?? [])])}
        />
      </label>
      <button
        type="button"
        class="quiet-button"
        data-testid="pick-sample"
        @click=${() => void (photo ? samplePhoto() : sampleDocument()).then((file) => add([file]))}
      >
        ${at.glass.words.useSample}
      </button>
    </span>
  </div>`;
}

async function upload({ glass, on, button }: FlowAt, file: File): Promise<unknown> {
  const media = await glass.upload(file, file.name);
  const answer =
    media && (await glass.act({ type: 'flow-file', ...on, button, media: media.id, name: file.name }));
  return answer?.file;
}

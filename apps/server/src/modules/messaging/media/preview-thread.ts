import { parentPort, workerData } from 'node:worker_threads';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { ResizeFilterType, ResizeFit, Transformer } from '@napi-rs/image';
import type { Drawn, Drawing } from './previews.ts';

const thumbnailPixels = 320;
const previewPixels = 1280;
const quality = 80;

interface Page {
  pixels: Uint8Array;
  width: number;
  height: number;
}

/** Draws the pixels again: nothing else of a file that somebody sent is in what is shown of it. */
async function drawPicture(bytes: Uint8Array): Promise<Drawn> {
  const { width, height } = await new Transformer(bytes).metadata();
  return {
    width,
    height,
    thumbnail: await smaller(new Transformer(bytes).rotate(), { width, height }, thumbnailPixels),
    preview: await smaller(new Transformer(bytes).rotate(), { width, height }, previewPixels),
  };
}

async function drawDocument(bytes: Uint8Array): Promise<Drawn> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const pages = document.getPageCount();
  const page = await firstPage(document);
  const draw = (most: number): Promise<Uint8Array> =>
    smaller(Transformer.fromRgbaPixels(page.pixels, page.width, page.height), page, most);
  return { pages, thumbnail: await draw(thumbnailPixels), preview: await draw(previewPixels) };
}

async function firstPage(document: Awaited<ReturnType<PDFiumLibrary['loadDocument']>>): Promise<Page> {
  const page = document.getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  // A page may claim any size; what is drawn of it has a bounded one.
  const scale = previewPixels / Math.max(originalWidth, originalHeight, 1);
  const drawn = await page.render({ scale, render: 'bitmap' });
  return { pixels: drawn.data, width: drawn.width, height: drawn.height };
}

async function smaller(
  picture: Transformer,
  { width, height }: { width: number; height: number },
  most: number,
): Promise<Uint8Array> {
  const isLarger = Math.max(width, height) > most;
  const fitted = isLarger
    ? picture.resize({ width: most, height: most, filter: ResizeFilterType.Triangle, fit: ResizeFit.Inside })
    : picture;
  return fitted.webp(quality);
}

const { kind, bytes } = workerData as Drawing;
const drawn = kind === 'picture' ? await drawPicture(bytes) : await drawDocument(bytes);
parentPort?.postMessage(drawn, []);

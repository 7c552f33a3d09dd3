import type { Emulator } from '../emulator.ts';
import { defineMediaNode, mediaEdges } from './edges.ts';
import { Media } from './media.ts';
import { defineUploadNode, uploadEdges } from './upload-edges.ts';

export function createMedia(emulator: Emulator): Media {
  const media = new Media(emulator);
  const { graph } = emulator;
  defineMediaNode(graph.nodes, media);
  defineUploadNode(graph.nodes, media.uploads);
  graph.add(mediaEdges(media, graph.nodes));
  graph.add(uploadEdges(media.uploads));
  return media;
}

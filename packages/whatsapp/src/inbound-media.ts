/** A file that the customer sent: fetched by its id, or from `url` with the business's token. */
export interface InboundFile {
  id: string;
  mime_type: string;
  /** Base64 here, hexadecimal at the media node. */
  sha256: string;
  url?: string;
}

export interface InboundMedia extends InboundFile {
  caption?: string;
}

export interface InboundVoice extends InboundFile {
  /** False for a sound file. */
  voice: boolean;
}

export interface InboundSticker extends InboundFile {
  animated: boolean;
}

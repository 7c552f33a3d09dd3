import type { Tone } from '../../../ui/feedback/tones.ts';

const tones: Record<string, Tone> = { GREEN: 'good', YELLOW: 'warn', RED: 'bad' };

export const qualityTone = (quality: string): Tone => tones[quality] ?? 'neutral';

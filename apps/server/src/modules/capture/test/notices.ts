import { expect } from 'vitest';
import type { Signed } from '../../../../test/factories.ts';

const words = {
  en: {
    heading: 'Messages on WhatsApp',
    body: 'Surat Silks would like to write to you on WhatsApp.',
    agree: 'Yes, write to me',
  },
  hi: {
    heading: 'WhatsApp पर संदेश',
    body: 'सूरत सिल्क्स आपको WhatsApp पर लिखना चाहती है।',
    agree: 'हाँ, मुझे लिखें',
  },
};

/** A notice for these purposes, approved by its author, who is alone. */
export async function approveNotice(
  { api }: Signed,
  purposes: string[],
  texts: Record<string, typeof words.en> = words,
): Promise<string> {
  const made = await api.post<{ noticeId: string }>('/consent/notices', {
    name: `Opt-in to ${purposes.join(' and ')}`,
    purposes,
    texts,
    termsUrl: 'https://surat-silks.example.in/terms',
  });
  const { noticeId } = made.body;
  const approved = await api.post(`/consent/notices/${noticeId}/versions/1/approve`);
  expect([made.status, approved.status]).toEqual([201, 200]);
  return noticeId;
}

export interface MadePoint {
  entryPointId: string;
  code: string;
  pageUrl: string;
  chatUrl: string | null;
  chatText: string;
}

export async function makePoint({ api }: Signed, given: Record<string, unknown>): Promise<MadePoint> {
  const { status, body } = await api.post<MadePoint>('/entry-points', {
    name: 'Diwali offers',
    purposes: ['orders', 'promotions'],
    ...given,
  });
  expect({ status, body: status === 200 ? {} : body }).toEqual({ status: 200, body: {} });
  return body;
}

export interface Kept {
  state: string;
  reason: string | null;
  contactId: string | null;
  contactPhone: string | null;
  purposes: string[];
  language: string;
  evidence: Record<string, unknown>;
}

/** What is kept of the attempts at a place, newest first. */
export async function attemptsAt({ api }: Signed, entryPointId: string): Promise<Kept[]> {
  return (await api.get<{ items: Kept[] }>(`/entry-points/${entryPointId}/submissions`)).body.items;
}

export interface Entry {
  kind: string;
  purpose: string;
  source: string;
  language: string;
  store: string | null;
  campaign: string | null;
  evidence: Record<string, unknown> | null;
}

export async function entriesOf({ api }: Signed, contactId: string): Promise<Entry[]> {
  return (await api.get<{ items: Entry[] }>(`/contacts/${contactId}/consent/entries`)).body.items;
}

import { html } from '../../../capture/index.ts';
import { document, facts, timeIn, type DocumentLanguage } from '../document.ts';
import type { Certificate } from './certificate.ts';

const words = {
  en: {
    title: 'Certificate of erasure',
    business: 'Business',
    request: 'Request',
    contact: 'Contact (leads to nothing any more)',
    received: 'Received',
    begun: 'Begun',
    finished: 'Finished',
    by: 'Begun by',
    approved: 'Approved by',
    erased: 'What was erased',
    kept: 'What stays, and why',
    backups: 'Backups may hold it until',
    answers: 'Questions are answered by',
    proof: 'Signature',
    check: 'Ed25519 over the JSON of this certificate, to the byte.',
    hash: 'SHA-256 of the JSON',
  },
  hi: {
    title: 'डेटा मिटाने का प्रमाणपत्र',
    business: 'व्यवसाय',
    request: 'अनुरोध',
    contact: 'संपर्क (अब कहीं नहीं ले जाता)',
    received: 'मिला',
    begun: 'शुरू हुआ',
    finished: 'पूरा हुआ',
    by: 'शुरू किया',
    approved: 'मंज़ूर किया',
    erased: 'क्या मिटाया गया',
    kept: 'क्या रहता है, और क्यों',
    backups: 'बैकअप में इस तारीख़ तक हो सकता है',
    answers: 'सवालों के जवाब देंगे',
    proof: 'हस्ताक्षर',
    check: 'इस प्रमाणपत्र के JSON पर, अक्षरशः, Ed25519 हस्ताक्षर।',
    hash: 'JSON का SHA-256',
  },
} as const;

interface Signed {
  signature: string;
  publicKey: string;
  sha256: string;
}

export function certificatePage(
  content: Certificate,
  { signature, publicKey, sha256 }: Signed,
  language: DocumentLanguage,
): string {
  const t = words[language];
  return document(language, t.title, [
    facts([
      [t.business, content.business],
      [t.request, content.requestId],
      [t.contact, content.contactId],
      [t.received, timeIn(content.receivedAt)],
      [t.begun, timeIn(content.begunAt)],
      [t.finished, timeIn(content.finishedAt)],
      [t.by, content.begunBy],
      [t.approved, content.approvedBy],
      [t.backups, timeIn(content.backupsHoldUntil)],
      [
        t.answers,
        [content.answersTo.name, content.answersTo.address].filter((part) => part !== null).join(', '),
      ],
    ]),
    html`<h2>${t.erased}</h2>`,
    facts(Object.entries(content.erased)),
    html`<h2>${t.kept}</h2>
      <ul>
        ${content.kept.map((each) => html`<li>${each.words[language]}</li>`)}
      </ul>
      <h2>${t.proof}</h2>
      <p class="soft">${t.check}</p>
      <p>${t.hash}: <code>${sha256}</code></p>
      <pre>${signature}</pre>
      <pre>${publicKey}</pre>`,
  ]);
}

#!/usr/bin/env node
// Checks an exported ledger of consent without the program that wrote it: node verify-ledger.mjs <export.ndjson>
//   --key <public key in PEM>      the key that was noted earlier; without it the one in the file is believed
//   --checkpoints <file>           checkpoints that were kept elsewhere, one JSON per line
// Exit code 0: everything is true. 1: something is wrong, each in a line. 2: the file cannot be read as a ledger.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';

const format = 'trikon consent 1';
const entryKind = 2;
const entryContact = 1;
const entryCommitment = 18;
const columns = 19;

const [file, ...options] = process.argv.slice(2);
const optionOf = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
if (file === undefined) stop('Say which file: node verify-ledger.mjs <export.ndjson>');

const problems = [];
const wrong = (where, what) => problems.push(`${where}: ${what}`);
const sha256 = (...parts) => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest('hex');
};

let header;
const checkpoints = [];
const erasedUpTo = new Map();
const withoutDetails = [];
const links = { count: 0, seq: 0, hash: '0'.repeat(64) };
const hashAt = new Map();
const entryIds = new Set();

for await (const text of linesOf(file)) {
  if (text === '') continue;
  const value = parse(text);
  if (header === undefined) takeHeader(value);
  else if (value.checkpoint !== undefined) checkpoints.push(value.checkpoint);
  else takeLink(value);
}
if (header === undefined) stop('The file is empty.');
for (const { seq, contactId } of withoutDetails)
  if ((erasedUpTo.get(contactId) ?? 0) < seq)
    wrong(`place ${seq}`, 'its evidence is gone, and no erasure was recorded');
if (links.count !== header.entries)
  wrong('the end', `the file says that there are ${header.entries} entries and holds ${links.count}`);
checkCheckpoints();

if (problems.length > 0) {
  for (const problem of problems.slice(0, 200)) console.log(problem);
  console.log(`${problems.length} things are wrong with this ledger of ${links.count} entries.`);
  process.exit(1);
}
const erased = withoutDetails.length;
console.log(
  `${links.count} entries, each where it was sealed and as it was sealed; ${erased} with erased evidence, commitment kept; ${checkpoints.length} checkpoints signed by ${header.keyId}.`,
);

/** At line feeds alone: other characters that break lines may stand in what people wrote. */
async function* linesOf(name) {
  let rest = '';
  for await (const chunk of createReadStream(name, 'utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  yield rest;
}

function takeHeader(value) {
  if (value.ledger !== format || typeof value.workspaceId !== 'string')
    stop(`The first line does not say that this is a ledger (${format}).`);
  header = value;
}

function takeLink({ seq, sealedAt, hash, entry, details, salt }) {
  const where = `place ${seq}`;
  links.count++;
  if (seq !== links.seq + 1) wrong(where, `place ${links.seq + 1} should be here`);
  links.seq = seq;
  hashAt.set(seq, hash);
  const previous = links.hash;
  links.hash = hash;
  if (!Array.isArray(entry) || entry.length !== columns) {
    wrong(where, 'the entry is gone');
    return;
  }
  if (entryIds.has(entry[0])) wrong(where, 'the same entry stands here a second time');
  entryIds.add(entry[0]);
  const line = JSON.stringify([header.workspaceId, seq, sealedAt, ...entry]);
  if (sha256(previous, '\n', line) !== hash) wrong(where, 'the entry is not what was sealed');
  if (entry[entryKind] === 'erased') erasedUpTo.set(entry[entryContact], seq);
  checkDetails({ where, seq, entry, details, salt });
}

function checkDetails({ where, seq, entry, details, salt }) {
  const commitment = entry[entryCommitment];
  const isThere = typeof details === 'string' && typeof salt === 'string';
  if (!isThere && commitment !== null) withoutDetails.push({ seq, contactId: entry[entryContact] });
  else if (isThere && commitment === null) wrong(where, 'evidence was put to an entry that had none');
  else if (isThere && sha256(Buffer.from(salt, 'hex'), details) !== commitment)
    wrong(where, 'its evidence is not what was sealed');
}

function checkCheckpoints() {
  const elsewhere = optionOf('--checkpoints');
  if (elsewhere !== undefined)
    for (const text of readFileSync(elsewhere, 'utf8').split('\n'))
      if (text.trim() !== '') checkpoints.push(parse(text));
  const given = optionOf('--key');
  const key = openKey(given === undefined ? header.publicKey : readFileSync(given, 'utf8'));
  for (const { signature, ...statement } of checkpoints) {
    const where = `checkpoint at place ${statement.seq}`;
    const { workspaceId, seq, head, at, keyId } = statement;
    const signed = JSON.stringify({ ledger: format, workspaceId, seq, head, at, keyId });
    const isSigned = verify(null, Buffer.from(signed), key, Buffer.from(String(signature), 'base64'));
    if (!isSigned || workspaceId !== header.workspaceId) wrong(where, 'it is not signed by this key');
    else if (seq > links.seq) wrong(where, 'it knows more entries than there are: the end was cut off');
    else if (hashAt.get(seq) !== head) wrong(where, 'the ledger up to here was written anew');
  }
}

function openKey(pem) {
  try {
    return createPublicKey(pem);
  } catch {
    return stop('The public key cannot be read.');
  }
}

function parse(text) {
  try {
    const value = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below, as of anything else that is no object.
  }
  return stop('A line of the file is not JSON.');
}

function stop(why) {
  console.error(why);
  process.exit(2);
}

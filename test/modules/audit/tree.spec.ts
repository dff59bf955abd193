import { appendFileSync, chmodSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnchorFile } from '../../../src/modules/audit/application/anchor-file';
import { AuditFolder } from '../../../src/modules/audit/application/audit-folder';
import {
  CompactRange,
  type Hash,
  sha256,
} from '../../../src/modules/audit/application/tree/compact-range';
import { rootFromPath, siblingRanges } from '../../../src/modules/audit/application/tree/inclusion';
import {
  newSigningKey,
  noteSigner,
  openCheckpoint,
  readVerifierKey,
  signCheckpoint,
  verifierOf,
  writeVerifierKey,
} from '../../../src/modules/audit/application/tree/signed-note';

/** The leaves and roots by which implementations of RFC 6962 are compared. */
const DATA = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

function leafOf(data: Buffer): Hash {
  return sha256(Buffer.concat([Buffer.from([0]), data]));
}

function rootOf(leaves: readonly Hash[]): Hash {
  const tree = CompactRange.empty();
  for (const leaf of leaves) tree.append(leaf);
  return tree.root;
}

const LEAVES = Array.from({ length: 70 }, (_, index) =>
  leafOf(Buffer.from(`line ${String(index)}`)),
);
const SIGNER = noteSigner('example.nl/log', newSigningKey());
const NOTE = signCheckpoint(SIGNER, {
  size: 8,
  root: rootOf(LEAVES.slice(0, 8)),
  at: '2026-01-02T03:04:05.678901Z',
});

describe('the tree (RFC 6962)', () => {
  test.each(ROOTS.map((root, size) => [size, root] as const))(
    'of %i leaves has the root of the standard',
    (size, root) => {
      const leaves = DATA.slice(0, size).map((hex) => leafOf(Buffer.from(hex, 'hex')));
      expect(rootOf(leaves).toString('hex')).toBe(root);
    },
  );

  test('goes on from its frontier as if it had never stopped', () => {
    for (let split = 0; split <= LEAVES.length; split += 1) {
      const first = CompactRange.empty();
      for (const leaf of LEAVES.slice(0, split)) first.append(leaf);
      const second = CompactRange.restore(split, first.frontier);
      for (const leaf of LEAVES.slice(split)) second.append(leaf);
      expect(second.root).toEqual(rootOf(LEAVES));
    }
  });

  test('is refused with a frontier of another size', () => {
    expect(() => CompactRange.restore(4, LEAVES.slice(0, 2))).toThrow(RangeError);
  });

  test('proves every leaf at every size, and nothing else', () => {
    for (let size = 1; size <= LEAVES.length; size += 1) {
      const root = rootOf(LEAVES.slice(0, size));
      for (let index = 0; index < size; index += 1) {
        const path = siblingRanges(index, size).map(({ start, end }) =>
          rootOf(LEAVES.slice(start, end)),
        );
        const leaf = LEAVES[index] ?? Buffer.alloc(32);
        expect(rootFromPath(leaf, index, size, path)).toEqual(root);
        expect(rootFromPath(sha256(leaf), index, size, path)).not.toEqual(root);
        expect(rootFromPath(leaf, index, size, [...path, leaf])).toBeNull();
      }
    }
  });
});

describe('a signed checkpoint (C2SP tlog-checkpoint)', () => {
  test('says what was signed', () => {
    const verifier = readVerifierKey(writeVerifierKey(verifierOf(SIGNER)));
    expect(NOTE.split('\n').slice(0, 2)).toEqual(['example.nl/log', '8']);
    expect(openCheckpoint(verifier, NOTE)).toEqual({
      size: 8,
      root: rootOf(LEAVES.slice(0, 8)),
      at: '2026-01-02T03:04:05.678901Z',
    });
  });

  test('is refused when any one character of it is another, gone, or doubled', () => {
    const verifier = verifierOf(SIGNER);
    for (let at = 0; at < NOTE.length; at += 1) {
      const other = String.fromCharCode(NOTE.charCodeAt(at) ^ 1);
      const [before, after] = [NOTE.slice(0, at), NOTE.slice(at + 1)];
      for (const changed of [
        before + other + after,
        before + after,
        NOTE.slice(0, at + 1) + NOTE.slice(at),
      ]) {
        if (changed !== NOTE)
          expect([changed, openCheckpoint(verifier, changed)]).toEqual([changed, null]);
      }
    }
  });

  test('is refused from another key of the same name', () => {
    expect(
      openCheckpoint(verifierOf(noteSigner('example.nl/log', newSigningKey())), NOTE),
    ).toBeNull();
  });
});

describe('the anchor file', () => {
  const file = (): AnchorFile =>
    new AnchorFile(join(mkdtempSync(join(tmpdir(), 'anchors-')), 'deep', 'checkpoints.txt'));
  const notes = Array.from({ length: 200 }, (_, index) =>
    signCheckpoint(SIGNER, { size: index + 1, root: LEAVES[0] ?? Buffer.alloc(32), at: 'now' }),
  );
  const read = async (anchors: AnchorFile): Promise<string[]> => {
    const found: string[] = [];
    for await (const note of anchors.notes()) found.push(note);
    return found;
  };

  test('gives back every note in order, and the last', async () => {
    const anchors = file();
    expect(anchors.last()).toBeNull();
    expect(await read(anchors)).toEqual([]);
    for (const note of notes) anchors.append(note);
    expect(await read(anchors)).toEqual(notes);
    expect(anchors.last()).toBe(notes.at(-1));
  });

  test('loses only the note that was being written when the power went', async () => {
    const [first = '', second = '', third = ''] = notes;
    for (const cut of [1, 20, second.length - 1, second.length]) {
      const anchors = file();
      anchors.append(first);
      appendFileSync(anchors.path, second.slice(0, cut));
      expect(anchors.last()).toBe(first);
      anchors.append(third);
      expect(await read(anchors)).toEqual([first, third]);
    }
  });

  test('is not written over when its end is something else', () => {
    const anchors = file();
    anchors.append(notes[0] ?? '');
    appendFileSync(anchors.path, 'x'.repeat(2000));
    const before = readFileSync(anchors.path);
    expect(() => anchors.append(notes[1] ?? '')).toThrow('is damaged');
    expect(readFileSync(anchors.path)).toEqual(before);
  });
});

describe('the signing key', () => {
  test('is made once, for a log without checkpoints, and nobody else may read it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'key-'));
    expect(() => new AuditFolder(folder).signer(false)).toThrow('signing-key.pem is gone');
    const made = new AuditFolder(folder).signer(true);
    expect(statSync(join(folder, 'audit', 'signing-key.pem')).mode & 0o777).toBe(0o600);
    const again = new AuditFolder(folder).signer(false);
    expect(writeVerifierKey(verifierOf(again))).toBe(writeVerifierKey(verifierOf(made)));
    expect(new AuditFolder(folder).verifierKey()).toBe(writeVerifierKey(verifierOf(made)));
  });

  test('is refused when others can read it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'key-'));
    new AuditFolder(folder).signer(true);
    const key = join(folder, 'audit', 'signing-key.pem');
    chmodSync(key, 0o644);
    expect(() => new AuditFolder(folder).signer(false)).toThrow('can be read by others');
  });
});

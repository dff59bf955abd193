import { type INestApplicationContext } from '@nestjs/common';
import { listMissingEvidence } from '../modules/contributions/public';
import { AttachEvidence, RequestFromDonor } from '../modules/evidence/public';
import { tenantOf } from '../platform/database/tenant-of';
import { Database } from '../platform/database/database';
import { type Scope } from '../platform/database/transaction';
import { type Scene } from './scene';

/** A price list of one line: the smallest file that is a real PDF. */
function priceList(): Uint8Array {
  const text = 'BT /F1 14 Tf 60 780 Td (Zaal De Terp: prijslijst 2025, dag 900 euro) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(text.length)} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${String(at + 1)} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  const start = String(file.length);
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** What the party has on paper: a price list at the room, and a question that a donor has yet to answer. */
export function proofScenes(app: INestApplicationContext, treasurer: Scope): readonly Scene[] {
  const play = (): Promise<void> =>
    app.get(Database).inTransaction(treasurer, async (tx) => {
      const missing = await listMissingEvidence(tx, tenantOf(tx), 2025);
      const room = missing.find(({ code }) => code === 'valuation');
      if (room !== undefined)
        await app.get(AttachEvidence).run(tx, {
          subject: { kind: 'contribution', id: room.rootId },
          code: 'valuation',
          name: 'prijslijst-zaal-de-terp-2025.pdf',
          note: 'Van de website van de zaal',
          bytes: priceList(),
        });
      const undeclared = missing.find(({ code, askable }) => code === 'declaration' && askable);
      if (undeclared !== undefined)
        await app.get(RequestFromDonor).run(tx, {
          contributionId: undeclared.contributionId,
          email: 'k.nieuwland@voorbeeld.example',
          language: 'nl',
        });
    });
  return [{ day: '2025-10-20', play }];
}

import { type LawReference } from '../../legal/kernel/law-reference';

const ORDINALS: Readonly<Record<string, string>> = {
  '1': 'eerste',
  '2': 'tweede',
  '3': 'derde',
  '4': 'vierde',
  '5': 'vijfde',
  '6': 'zesde',
  '7': 'zevende',
  '8': 'achtste',
  '9': 'negende',
  '10': 'tiende',
};

const LAWS: Readonly<Record<LawReference['law'], string>> = {
  Wfpp: 'de Wet financiering politieke partijen (Wfpp)',
  Awb: 'de Algemene wet bestuursrecht (Awb)',
  Atw: 'de Algemene termijnenwet',
  Bfpp: 'het Besluit financiering politieke partijen (Bfpp)',
  UbWwft: 'het Uitvoeringsbesluit Wwft 2018',
};

/** As a letter names it: "artikel 25, eerste lid, onder b, van de Wet ... (Wfpp)". */
export function articleInWords({ law, article, paragraph, part }: LawReference): string {
  const lid = paragraph === undefined ? '' : `, ${ORDINALS[paragraph] ?? `${paragraph}e`} lid`;
  const onder = part === undefined ? '' : `, onder ${part}`;
  const comma = lid === '' && onder === '' ? '' : ',';
  return `artikel ${article}${lid}${onder}${comma} van ${LAWS[law]}`;
}

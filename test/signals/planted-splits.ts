import { Patterns, series, together } from './planted';

/** Splitting, and owners behind donors. */
export const SPLITS = new Patterns();

SPLITS.both(
  'split_in_time',
  {
    'two gifts of 9,999.99 in 30 days': (w) =>
      series(w, [
        [9_999.99, '2025-03-01'],
        [9_999.99, '2025-03-30'],
      ]),
    'two of 9,000.00: the edge of the margin': (w) =>
      series(w, [
        [9_000, '2025-03-01'],
        [9_000, '2025-03-02'],
      ]),
    'three of 999.99': (w) =>
      series(w, [
        [999.99, '2025-03-01'],
        [950, '2025-03-10'],
        [900, '2025-03-20'],
      ]),
    'three of exactly 250.00, which need not be registered': (w) =>
      series(w, [
        [250, '2025-03-01'],
        [250, '2025-03-02'],
        [250, '2025-03-03'],
      ]),
    'two of exactly 100,000.00, which is allowed once': (w) =>
      series(w, [
        [100_000, '2025-03-01'],
        [100_000, '2025-03-02'],
      ]),
  },
  {
    'on the 31st day': (w) =>
      series(w, [
        [9_999.99, '2025-03-01'],
        [9_999.99, '2025-03-31'],
      ]),
    'at 10,000.00 itself': (w) =>
      series(w, [
        [10_000, '2025-03-01'],
        [10_000, '2025-03-02'],
      ]),
    'a cent under the margin': (w) =>
      series(w, [
        [8_999.99, '2025-03-01'],
        [8_999.99, '2025-03-02'],
      ]),
    'two below 1,000 only': (w) =>
      series(w, [
        [950, '2025-03-01'],
        [950, '2025-03-02'],
      ]),
    'three of 250.01': (w) =>
      series(w, [
        [250.01, '2025-03-01'],
        [250.01, '2025-03-02'],
        [250.01, '2025-03-03'],
      ]),
    'monthly remittances': (w) => {
      const party = w.party('P');
      const donor = w.donor();
      for (const day of ['01', '02', '03', '04'])
        w.gift(donor, party, 95_000, `2025-03-${day}`, { type: 'office_holder_remittance' });
    },
  },
);
SPLITS.both(
  'split_over_new_year',
  {
    '6,000 on 31 December and 4,000 on 1 January': (w) =>
      series(w, [
        [6_000, '2024-12-31'],
        [4_000, '2025-01-01'],
      ]),
    '100,000 on both sides of the turn of the year (law.md 6, C9)': (w) =>
      series(w, [
        [100_000, '2024-12-31'],
        [100_000, '2025-01-01'],
      ]),
  },
  {
    'together 9,999.99': (w) =>
      series(w, [
        [6_000, '2024-12-31'],
        [3_999.99, '2025-01-01'],
      ]),
    'the year before reached it anyway': (w) =>
      series(w, [
        [4_000, '2024-06-01'],
        [6_000, '2024-12-31'],
        [4_000, '2025-01-01'],
      ]),
    '32 days before': (w) =>
      series(w, [
        [6_000, '2024-11-30'],
        [4_000, '2025-01-01'],
      ]),
    'one side is small': (w) =>
      series(w, [
        [3_999.99, '2024-12-31'],
        [9_000, '2025-01-01'],
      ]),
  },
);
SPLITS.both(
  'split_over_recipients',
  {
    '9,500 to the party and 9,500 to the institute': (w) =>
      series(w, [
        [9_500, '2025-03-01'],
        [9_500, '2025-03-30', 'institute'],
      ]),
  },
  {
    'on the 31st day': (w) =>
      series(w, [
        [9_500, '2025-03-01'],
        [9_500, '2025-03-31', 'institute'],
      ]),
    'to one recipient': (w) =>
      series(w, [
        [9_500, '2025-03-01'],
        [9_500, '2025-03-02'],
      ]),
    'at one recipient the amount itself': (w) =>
      series(w, [
        [10_000, '2025-03-01'],
        [9_500, '2025-03-02', 'institute'],
      ]),
  },
);

const AT_HOME = { address: 'Dorpsstraat 1' };
const FAMILY = [
  { name: 'A. de Vries', ...AT_HOME },
  { name: 'B. de Vries-Bakker', ...AT_HOME },
];
SPLITS.both(
  'split_over_relatives',
  {
    'two of one surname at one address, 9,500 each': (w) =>
      together(w, FAMILY, [
        [9_500, '2025-03-01'],
        [9_500, '2025-03-30'],
      ]),
    'each 999.99': (w) =>
      together(w, FAMILY, [
        [999.99, '2025-03-01'],
        [999.99, '2025-03-01'],
      ]),
  },
  {
    'each exactly 1,000.00': (w) =>
      together(w, FAMILY, [
        [1_000, '2025-03-01'],
        [1_000, '2025-03-01'],
      ]),
    'another surname': (w) =>
      together(
        w,
        [FAMILY[0]!, { name: 'B. Bakker', ...AT_HOME }],
        [
          [9_500, '2025-03-01'],
          [9_500, '2025-03-02'],
        ],
      ),
    'another address': (w) =>
      together(
        w,
        [FAMILY[0]!, { name: 'B. de Vries', address: 'Kerkstraat 1' }],
        [
          [9_500, '2025-03-01'],
          [9_500, '2025-03-02'],
        ],
      ),
    'one of them passes it in the year': (w) => {
      together(w, FAMILY, [
        [9_500, '2025-03-01'],
        [9_500, '2025-03-02'],
      ]);
      w.gift(w.donors[0]!.id, [...w.parties.keys()][0]!, 50_000, '2025-09-01');
    },
  },
);
const OWNED = { kind: 'legal_person', ubos: [['J. Baas', 'Breda']] as const };
SPLITS.both(
  'split_over_owner',
  {
    'two companies of one owner, 9,500 each': (w) =>
      together(
        w,
        [
          { ...OWNED, name: 'Een B.V.' },
          { ...OWNED, name: 'Twee B.V.' },
        ],
        [
          [9_500, '2025-03-01'],
          [9_500, '2025-03-02'],
        ],
      ),
    'two foundations of one owner, 100,000 each (law.md 12, T18)': (w) =>
      together(
        w,
        [
          { ...OWNED, kind: 'foundation' },
          { ...OWNED, kind: 'foundation' },
        ],
        [
          [100_000, '2025-03-01'],
          [100_000, '2025-03-02'],
        ],
      ),
  },
  {
    'owners of one name in two places': (w) =>
      together(
        w,
        [{ ...OWNED }, { ...OWNED, ubos: [['J. Baas', 'Delft']] }],
        [
          [9_500, '2025-03-01'],
          [9_500, '2025-03-02'],
        ],
      ),
    'a shielded owner': (w) =>
      together(
        w,
        [
          { ...OWNED, ubos: [['*', 'Breda']] },
          { ...OWNED, ubos: [['*', 'Breda']] },
        ],
        [
          [9_500, '2025-03-01'],
          [9_500, '2025-03-02'],
        ],
      ),
  },
);
SPLITS.both(
  'one_owner_several_donors',
  {
    'together 10,000.00 in a year': (w) =>
      together(
        w,
        [OWNED, OWNED],
        [
          [4_000, '2025-01-01'],
          [6_000, '2025-12-31'],
        ],
      ),
  },
  {
    'together 9,999.99': (w) =>
      together(
        w,
        [OWNED, OWNED],
        [
          [4_000, '2025-01-01'],
          [5_999.99, '2025-12-31'],
        ],
      ),
    'in two years': (w) =>
      together(
        w,
        [OWNED, OWNED],
        [
          [9_000, '2024-12-31'],
          [9_000, '2025-01-01'],
        ],
      ),
  },
);
SPLITS.both(
  'owner_and_company',
  {
    'a company to one party and its owner to another (law.md 12, T18)': (w) => {
      w.gift(w.donor({ ...OWNED, name: 'Een B.V.' }), w.party('X'), 10_000_000, '2025-03-01');
      w.gift(
        w.donor({ name: 'J. Baas', residence: 'Breda' }),
        w.party('Y'),
        10_000_000,
        '2025-09-01',
      );
    },
    'each 5,000.00': (w) =>
      together(
        w,
        [OWNED, { name: 'J. Baas', residence: 'Breda' }],
        [
          [5_000, '2025-03-01'],
          [5_000, '2025-03-01'],
        ],
      ),
  },
  {
    'one of them 4,999.99': (w) =>
      together(
        w,
        [OWNED, { name: 'J. Baas', residence: 'Breda' }],
        [
          [5_000, '2025-03-01'],
          [4_999.99, '2025-03-01'],
        ],
      ),
    'the namesake lives elsewhere': (w) =>
      together(
        w,
        [OWNED, { name: 'J. Baas', residence: 'Delft' }],
        [
          [5_000, '2025-03-01'],
          [5_000, '2025-03-01'],
        ],
      ),
  },
);

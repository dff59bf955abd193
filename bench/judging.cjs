// The legal core by itself: no database, no HTTP.
const { built } = require('./stage.cjs');

const SINCE = '2020-01-01';

function donorYear(count, today) {
  return {
    group: {
      ref: 'group',
      name: 'Partij van de Meting',
      statuses: [{ status: 'political_party', from: SINCE, until: null }],
      members: [
        { recipient: 'party', kind: 'party', name: 'Partij', from: SINCE, until: null },
        {
          recipient: 'institute',
          kind: 'scientific_institute',
          name: 'I',
          from: SINCE,
          until: null,
        },
      ],
      ownCap: null,
    },
    donor: {
      ref: 'donor',
      kind: 'natural_person',
      particulars: { name: true, address: true, ubo: false },
      declaration: {
        declaredOn: '2025-01-02',
        dutchNational: true,
        dateOfBirth: null,
        adult: true,
        residence: 'NL',
        caribbeanGround: null,
        disenfranchised: false,
      },
      inTradeRegister: null,
      lookThrough: [],
    },
    year: Number(today.slice(0, 4)),
    contributions: Array.from({ length: count }, (_, n) => ({
      ref: `gift-${String(n)}`,
      recipient: 'party',
      type: 'gift',
      form: 'money',
      amount: 2_500,
      receivedOn: today,
      sequence: n + 1,
    })),
    settlements: [],
  };
}

/** Microseconds of one judgement of a donor-year with so many contributions. */
function timeOfJudging(count, today) {
  const { judgeDonorYear } = built('legal/rules/judge');
  const facts = donorYear(count, today);
  const run = (milliseconds) => {
    const begun = performance.now();
    let times = 0;
    do {
      judgeDonorYear(facts, today);
      times += 1;
    } while (performance.now() - begun < milliseconds);
    return ((performance.now() - begun) * 1000) / times;
  };
  run(300);
  return run(500);
}

module.exports = { timeOfJudging };

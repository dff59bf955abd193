import {
  above,
  chartTable,
  type ChartView,
  roundEuro,
  thresholdChart,
} from '../../../platform/charts/public';
import { type Words } from '../../../platform/rendering/words';
import { donorWords } from '../../notices/public';
import { type DonorsOfYear } from '../application/donors-of-year';

/** How far those that gave most are from the cap. */
export function roomChart(donors: DonorsOfYear, year: number, words: Words): ChartView | null {
  const { cap, rooms, names } = donors;
  if (cap === null || rooms.length === 0) return null;
  const nameOf = (donorId: string): string => {
    const donor = names.get(donorId);
    return donorWords(donor?.name ?? null, donor?.kind ?? 'anonymous', words);
  };
  const heading = words.t('desk.room.title', { year: String(year) });
  return {
    drawing: thresholdChart(
      {
        id: 'room-chart',
        title: heading,
        description: rooms
          .map(({ donorId, room }) => `${nameOf(donorId)}: ${roomWords(room, words)}`)
          .join('; '),
      },
      rooms.map(({ donorId, total, room }) => ({
        name: nameOf(donorId),
        value: above(total),
        said: roomWords(room, words),
      })),
      [{ value: cap, label: words.t('desk.room.cap', { amount: roundEuro(cap, words) }) }],
    ),
    heading,
    text: words.t('desk.room.text'),
    table: chartTable(
      'room',
      heading,
      [
        { label: words.t('gifts.donor') },
        { label: words.t('desk.total'), numeric: true },
        { label: words.t('treasurer.room'), numeric: true },
      ],
      rooms.map(({ donorId, total, room }) => [
        { text: nameOf(donorId), href: `/gevers/${donorId}` },
        words.euro(total),
        words.euro(room),
      ]),
    ),
  };
}

function roomWords(room: number, words: Words): string {
  return room <= 0
    ? words.t('desk.room.none')
    : words.t('desk.room.left', { amount: words.euro(String(room)) });
}

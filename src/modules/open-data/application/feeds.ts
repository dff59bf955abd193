import { Inject, Injectable } from '@nestjs/common';
import { type Config, CONFIG } from '../../../platform/config/config';
import { type Transaction } from '../../../platform/database/transaction';
import { type Language } from '../../../platform/rendering/language';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { wordsOf } from '../../../platform/rendering/words';
import {
  listPublicGifts,
  type PublicSearch,
  readChangesBefore,
  readPublicDonor,
  readPublicParty,
} from '../../publication/public';
import { atomFeed, type Feed, type Gone } from './atom';
import { PublicAnswers } from './public-answers';
import { readPublisher } from './publisher';

/** Which changes a feed tells. */
export type FeedOf =
  | { readonly of: 'all' }
  | { readonly of: 'party'; readonly slug: string }
  | { readonly of: 'donor'; readonly id: string };

const ENTRIES = 50;

/** Who follows the register by feed: everything, one party or one donor. */
@Injectable()
export class Feeds {
  private readonly publisher = readPublisher();

  constructor(
    private readonly answers: PublicAnswers,
    private readonly renderer: PageRenderer,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** The feed as XML; null when there is no such party or donor. */
  async read(
    requestId: string,
    of: FeedOf,
    path: string,
    language: Language,
  ): Promise<string | null> {
    const words = wordsOf(this.renderer.texts, language);
    const feed = await this.answers.read(requestId, async (tx): Promise<Feed | null> => {
      const about = await describe(tx, of);
      if (about === null) return null;
      const { gifts } = await listPublicGifts(tx, {
        ...about.search,
        sort: 'changed',
        limit: ENTRIES,
      });
      const gone = of.of === 'all' ? await leftLately(tx) : [];
      const { key, named, page } = about;
      return { path, page, title: words.t(`open-data.feed.${key}`, named), gifts, gone };
    });
    if (feed === null) return null;
    const publisher = this.publisher.name[language];
    return atomFeed(feed, { base: this.config.publicUrl, publisher, words });
  }
}

interface About {
  readonly key: FeedOf['of'];
  readonly named: Readonly<Record<string, string>>;
  readonly search: PublicSearch;
  readonly page: string;
}

async function describe(tx: Transaction, of: FeedOf): Promise<About | null> {
  switch (of.of) {
    case 'all':
      return { key: 'all', named: {}, search: {}, page: '/register/wijzigingen' };
    case 'party': {
      const party = await readPublicParty(tx, of.slug);
      if (party === null) return null;
      const page = `/register/partijen/${of.slug}`;
      return { key: 'party', named: { party: party.name }, search: { party: of.slug }, page };
    }
    case 'donor': {
      const donor = await readPublicDonor(tx, of.id);
      if (donor === null) return null;
      const page = `/register/gevers/${of.id}`;
      return {
        key: 'donor',
        named: { donor: donor.name ?? of.id },
        search: { donor: of.id },
        page,
      };
    }
  }
}

/** Gifts among the newest changes that are not public any more. */
async function leftLately(tx: Transaction): Promise<readonly Gone[]> {
  const changes = await readChangesBefore(tx, null, ENTRIES);
  const newest = new Map(changes.toReversed().map((change) => [change.giftId, change]));
  return [...newest.values()]
    .filter(({ content }) => content === null)
    .map(({ giftId, changedAt }) => ({ id: giftId, at: changedAt }));
}

import { type Words } from '../../../platform/rendering/words';
import { type News, type NewsLine } from './find-news';

export interface AlertMail {
  readonly subject: string;
  readonly body: string;
}

export interface MailAbout {
  readonly link: (path: string) => string;
  readonly stopUrl: string;
}

/** No names: one that is taken out of the register later would stay in the mail for ever. */
function line({ change, gift }: NewsLine, about: MailAbout, words: Words): string {
  const said = words.t('site.alert.line', {
    change: words.t(`site.change.${change}`),
    party: gift.party.name,
    year: String(gift.year),
  });
  return `- ${said}\n  ${about.link(`/register/giften/${gift.id}`)}`;
}

function part({ alert, count, lines }: News, about: MailAbout, words: Words): string {
  const query = new URLSearchParams(alert.search).toString();
  const more = count - lines.length;
  return [
    words.t('site.alert.part', { name: alert.name, count: String(count) }),
    ...lines.map((one) => line(one, about, words)),
    ...(more > 0 ? [words.t('site.alert.more', { count: String(more) })] : []),
    words.t('site.alert.see', { href: about.link(`/register?${query}`) }),
  ].join('\n');
}

/** One mail about everything that changed for one person. */
export function alertMail(news: readonly News[], about: MailAbout, words: Words): AlertMail {
  const count = news.reduce((sum, one) => sum + one.count, 0);
  const subject =
    count === 1
      ? words.t('site.alert.subjectOne')
      : words.t('site.alert.subject', { count: String(count) });
  const body = [
    words.t('site.alert.intro'),
    ...news.map((one) => part(one, about, words)),
    words.t('site.alert.noNames'),
    words.t('site.alert.stop', { href: about.stopUrl }),
  ].join('\n\n');
  return { subject, body };
}

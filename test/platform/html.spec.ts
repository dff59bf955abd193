import { LANGUAGES } from '../../src/platform/rendering/language';
import { PageRenderer } from '../../src/platform/rendering/page-renderer';
import { htmlFaults } from '../support/html-check';
import { readSamples, renderSample } from '../support/preview-pages';

const pages = new PageRenderer();

describe('a page is valid HTML', () => {
  test.each(readSamples().map((sample) => [sample.name, sample] as const))(
    '%s',
    async (_name, sample) => {
      for (const language of LANGUAGES) {
        expect(await htmlFaults(renderSample(pages, sample, language))).toEqual([]);
      }
    },
  );

  test('a fault is noticed', async () => {
    const faults = await htmlFaults('<!doctype html><html lang="nl"><p><div></div></p></html>');
    expect(faults.join('\n')).toMatch(/element-permitted-content|close-order|no-implicit-close/);
  });
});

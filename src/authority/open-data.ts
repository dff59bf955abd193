import { type Authority, PUBLIC } from '../platform/http/authority';

/** The register as data, for everybody. */
export const OPEN_DATA: Authority = {
  'GET /v1/public/gifts': PUBLIC,
  'GET /v1/public/gifts/:publicId': PUBLIC,
  'GET /v1/public/gifts/:publicId/versions': PUBLIC,
  'GET /v1/public/changes': PUBLIC,
  'GET /v1/public/parties': PUBLIC,
  'GET /v1/public/parties/:slug': PUBLIC,
  'GET /v1/public/donors': PUBLIC,
  'GET /v1/public/donors/:publicId': PUBLIC,
  'GET /v1/public/statistics': PUBLIC,
  'GET /v1/public/filings': PUBLIC,
  'GET /v1/public/state': PUBLIC,
  'GET /v1/public/files': PUBLIC,
  'GET /open-data': PUBLIC,
  'GET /open-data/vergelijking/:year': PUBLIC,
  'GET /open-data/bestanden/:name': PUBLIC,
  'GET /open-data/schema/:name': PUBLIC,
  'GET /open-data/catalogus.ttl': PUBLIC,
  'GET /open-data/catalogus.jsonld': PUBLIC,
  'GET /feeds/giften.atom': PUBLIC,
  'GET /feeds/partijen/:slug.atom': PUBLIC,
  'GET /feeds/gevers/:publicId.atom': PUBLIC,
};

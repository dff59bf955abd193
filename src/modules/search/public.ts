export { SearchModule } from './search.module';
export { search } from './application/search';
export { type Group, GROUPS, type Hit } from './facts/hit';

export { describeTerm } from './application/describe-term';
export { ReferenceModule } from './reference.module';

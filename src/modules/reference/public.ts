export { describeParameter, type ParameterWords } from './application/describe-parameters';
export { describeTerm } from './application/describe-term';
export { TermAnswer } from './web/reference.answers';
export { termAnswer } from './web/term-answer';
export { ReferenceModule } from './reference.module';
export { dutyOfFinding } from './application/read-rules';

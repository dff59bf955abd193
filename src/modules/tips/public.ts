export { TipsModule } from './tips.module';

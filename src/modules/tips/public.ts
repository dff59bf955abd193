export { openTips, type OpenTip } from './application/open-tips';
export { TipsModule } from './tips.module';

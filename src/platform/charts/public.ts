export { type Column, columnChart, type ColumnData, type ColumnPart } from './columns';
export { Drawing } from './drawing';
export { type ChartFrame, MOST_SERIES } from './frame';
export { type Share, shareChart } from './shares';
export { type Threshold, type ThresholdBar, thresholdChart } from './threshold-bars';
export { timelineChart, type TimelineData, type TimelineMark } from './timeline';

export { type Bar, barChart } from './bars';
export { above, chartTable, type ChartView, roundEuro } from './chart-view';
export { type Column, columnChart, type ColumnData, type ColumnPart } from './columns';
export { Drawing } from './drawing';
export { type ChartFrame, MOST_SERIES } from './frame';
export {
  type ColumnGroup,
  groupedChart,
  type GroupedData,
  type GroupedValue,
} from './grouped-columns';
export { type Bin, type Boundary, histogramChart, type HistogramData } from './histogram';
export { type LineData, lineChart, type LineSeries } from './lines';
export { type Share, shareChart } from './shares';
export { type Threshold, type ThresholdBar, thresholdChart } from './threshold-bars';
export { timelineChart, type TimelineData, type TimelineMark } from './timeline';

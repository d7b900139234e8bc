import { useElementSize } from '@mantine/hooks';
import type { EChartsOption } from 'echarts';
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';

use([BarChart, LineChart, CustomChart, ScatterChart]);
use([GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, LabelLayout, SVGRenderer]);

/** The drawing as an SVG document. */
export interface DrawingFile {
  readonly svg: () => string;
}

interface DrawingProps {
  readonly label: string;
  readonly height: number;
  /** Made anew for every width, so that labels keep their room. */
  readonly option: (width: number) => EChartsOption;
  readonly file?: Ref<DrawingFile>;
}

/** An ECharts drawing in SVG that follows the width of its place. Load it lazily: it carries the library. */
export function Drawing({ label, height, option, file }: DrawingProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  useEffect(() => {
    if (place.current === null || width === 0) return;
    chart.current ??= init(place.current, null, { renderer: 'svg' });
    chart.current.resize({ width, height, silent: true });
    chart.current.setOption(option(width), { notMerge: true });
  }, [width, height, option]);
  useEffect(
    () => () => {
      chart.current?.dispose();
      chart.current = null;
    },
    [],
  );
  useImperativeHandle(file, () => ({ svg: () => chart.current?.renderToSVGString() ?? '' }), []);
  return (
    <div ref={ref} style={{ width: '100%' }}>
      <div ref={place} role="img" aria-label={label} style={{ height }} />
    </div>
  );
}
